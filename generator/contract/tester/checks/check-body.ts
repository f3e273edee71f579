import type { Violation } from "../../../runtime/validate/violation.ts";
import type { Found } from "../found.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedExchange } from "./checked-exchange.ts";
import { missingKeywords } from "./is-partial-response.ts";
import type { BodyProblem } from "./read-body.ts";

/** Whether a body is what its media type says, and what its schema says: of the ways in which it is not, the first few. */
export function checkBody(exchange: CheckedExchange, problems: readonly BodyProblem[], tools: CheckTools): Found[] {
  const { tested, documented, content, isPartial } = exchange;
  const found = problems.map(({ key, message, because }): Found => ({
    code: "invalid-response-body",
    severity: "error",
    operation: tested.name,
    message: `${documented.status}: the body ${message}`,
    because,
    at: tools.at(content?.mediaType.at ?? documented.at),
    key: `${documented.status} ${key}`,
  }));
  const violations = violationsOf(exchange, tools)
    .filter(({ keyword }) => !isPartial || !missingKeywords.has(keyword))
    .filter((violation) => !tools.letIn.comesBack(violation, exchange.body?.value));
  // A schema may say the same in several places.
  const said = new Map(violations.toReversed().map((violation) => [JSON.stringify([violation.path, violation.message]), violation]));
  const ofSchema = [...said.values()].toReversed().map((violation, _, all) => mismatch(exchange, violation, tools, all));
  return [...found, ...new Map(ofSchema.map((each) => [each.key, each])).values()].slice(0, most);
}

const most = 3;

function violationsOf({ content, body }: CheckedExchange, { judge }: CheckTools): readonly Violation[] {
  const schema = content?.contract.check;
  if (schema === undefined || body === undefined) return [];
  if ((content?.contract.kind !== "lines" && content?.contract.kind !== "events") || !Array.isArray(body.value)) return judge(schema, body.value);
  const items: readonly unknown[] = body.value;
  return items.flatMap((item, index) => judge(schema, item).map((violation) => ({ ...violation, path: `/${index}${violation.path}` })));
}

/** The defect is the rule that is broken, wherever in a list, and with whatever status that has the schema. */
function mismatch({ tested, documented }: CheckedExchange, violation: Violation, tools: CheckTools, all: readonly Violation[]): Found {
  const { path, schema, keyword, message } = violation;
  const subject = path === "" ? "the body" : `"${path}" of the body`;
  const missing = keyword === "required" || keyword === "dependentRequired" ? ` ${message}` : "";
  return {
    code: "invalid-response-body",
    severity: "error",
    operation: tested.name,
    message: `${documented.status}: ${subject} ${message}`,
    because: `The document's schema says so: ${keyword}`,
    at: tools.at(schema),
    key: isOfAnother(violation, all) ? `${path.replace(/\/\d+(?=\/|$)/g, "/*")} of another schema` : `${schema} ${keyword}${missing}`,
  };
}

/** An object that lacks what it must have, and has what it must not have, is one of something else. */
function isOfAnother({ path, keyword }: Violation, all: readonly Violation[]): boolean {
  const keywords = new Set(all.filter((violation) => violation.path === path).map((violation) => violation.keyword));
  return (keyword === "required" || closing.has(keyword)) && keywords.has("required") && [...closing].some((each) => keywords.has(each));
}

const closing: ReadonlySet<string> = new Set(["additionalProperties", "unevaluatedProperties"]);
