import { rulesOf } from "../../rules/rules-of.ts";
import type { Found } from "../found.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedExchange } from "./checked-exchange.ts";
import { ruleScopeOf } from "./rule-scope-of.ts";

/**
 * Whether an answer keeps the rules that the document states of it (`x-rules`): how members go together, or with the request. One that does
 * not fit its schema is not looked at, for that is said already, and what cannot be evaluated breaks nothing.
 */
export function checkRules(exchange: CheckedExchange, tools: CheckTools): Found[] {
  const { tested, documented, content, body } = exchange;
  const rules = rulesOf(documented);
  if (rules.length === 0 || body === undefined) return [];
  const schema = content?.contract.check;
  if (schema !== undefined && tools.judge(schema, body.value).length > 0) return [];
  const scope = ruleScopeOf(exchange);
  return rules.flatMap(({ expression, message, at, compiled }): Found[] => {
    if (compiled.kind === "problem" || compiled.judge(scope) !== "broken") return [];
    return [{ code: "broken-rule", severity: "error", operation: tested.name, message: `${documented.status}: a rule is broken: ${message}`, because: `The document states it: ${expression}`, at: tools.at(at), key: at }];
  });
}
