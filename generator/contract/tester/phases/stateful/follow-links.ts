import type { Link, Operation } from "../../../../model/api.ts";
import { pointerTokens } from "../../../../json.ts";
import { decodeLiteral } from "../../../../model/decode-literal.ts";
import { documentedResponse } from "../../../../model/documented-response.ts";
import type { RequestValues } from "../../case.ts";
import { defaultValues } from "../../default-values.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { prepareRequest } from "../../prepare-request.ts";
import { placesOf, withValue } from "../../values/places.ts";
import { ask } from "../ask.ts";
import { readSomething } from "../resource.ts";
import { evaluateExpression, type Spoken } from "./runtime-expression.ts";
import { writeBody } from "./write-body.ts";

/** Follows the links of an operation's answer to what they lead to, where that only reads: it must be there, for the answer says so. */
export async function followLinks(run: Run, tested: TestedOperation): Promise<void> {
  const { operation } = tested;
  if (operation.responses.every(({ links, status }) => links.length === 0 || !/^(2|default)/i.test(status))) return;
  const done = operation.requestBody === undefined ? await readSomething(run, tested, "stateful") : await writeBody(run, tested, { title: "something that links are of" });
  const response = done?.answer.response && documentedResponse(operation.responses, done.answer.response.status);
  if (done === undefined || response === undefined) return;
  const spoken: Spoken = { ...done, baseUrl: run.transport.baseUrl };
  for (const link of response.links) await follow(run, { tested, link, spoken });
}

async function follow(run: Run, { tested, link, spoken }: { tested: TestedOperation; link: Link; spoken: Spoken }): Promise<void> {
  const target = run.operations.find(({ operation }) => isTarget(operation, link));
  const values = target && valuesFor(run, target, link, spoken);
  if (target === undefined || values === undefined || !["GET", "HEAD"].includes(target.contract.method)) return;
  const prepared = prepareRequest(target, values, "valid");
  if (prepared === undefined) return;
  const answer = await ask(run, { phase: "stateful", operation: target.operation, title: `the link ${link.name}`, request: prepared.request, values, expectation: { kind: "any" } });
  const status = answer.response?.status ?? 0;
  if (![400, 404, 410, 422].includes(status)) return;
  run.report({
    code: "broken-link", severity: "error", operation: tested.name, at: run.at(link.at), key: `link ${link.name}`,
    message: `The link ${link.name} leads to ${target.name}, which answers ${status}`,
    because: "The document says that this answer links to it with these parameters (OAS \"Link Object\")",
    evidence: { ...answer.evidence, before: [spoken.answer.evidence] },
  });
}

function isTarget(operation: Operation, { operationId, operationRef }: Link): boolean {
  if (operationId !== undefined) return operation.operationId === operationId;
  if (operationRef?.startsWith("#/") !== true) return false;
  const tokens = pointerTokens(decodeLiteral(operationRef.slice(1)));
  return tokens[0] === "paths" && tokens[1] === operation.path && tokens[2] === operation.method;
}

/** `undefined` where the answer does not have what a parameter is to be: a member may well be optional. */
function valuesFor(run: Run, target: TestedOperation, link: Link, spoken: Spoken): RequestValues | undefined {
  let values = defaultValues(run.api, target);
  for (const { name, value } of link.parameters) {
    const [, location, own] = /^(path|query|header|cookie)\.(.+)$/.exec(name) ?? [];
    const place = placesOf(target).find((each) => each.in !== "body" && (each.name === name || (each.in === location && each.name === own)));
    const given = evaluateExpression(value, spoken);
    if (place === undefined || given === undefined || values === undefined) return undefined;
    values = withValue(values, place, given);
  }
  return values;
}
