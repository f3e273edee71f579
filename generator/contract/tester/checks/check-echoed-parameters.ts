import { isObject, type Json, member } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import type { Case } from "../case.ts";
import { exactJsonOf } from "../exact-json.ts";
import type { WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import { misreadText } from "./misread-text.ts";
import { answerSchema, membersNamed, partsOf } from "../phases/stateful/schema-members.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedOperation } from "./checked-exchange.ts";

/**
 * What a path asks for is what comes: a member of the answer that is called as the parameter says the same, and so does `id` for the last one. So
 * does what a query must ask for. Only numbers and UUIDs: other texts may be another name of the same thing, such as `me`.
 */
export function checkEchoedParameters({ request, values, operation }: Case, { status, body: bytes }: WireResponse, { name }: CheckedOperation, tools: CheckTools): Found[] {
  if (operation === undefined || values === undefined || !["GET", "PUT", "PATCH"].includes(request.method) || status > 203) return [];
  const told = exactJsonOf(bytes);
  if (!isObject(told)) return [];
  const schema = answerSchema(operation, status);
  return operation.parameters.flatMap((parameter): Found[] => {
    const { in: location, name: called } = parameter;
    const misread = misreadText({ parameter, values, told, schema, tools });
    if (misread !== undefined) return [{
      code: "broken-echo", severity: "warning", operation: name, at: tools.at(operation.at), key: `${location} ${called}`,
      message: `The ${location} asks for ${called} ${JSON.stringify(misread.asked)}, and the answer has ${JSON.stringify(misread.given)}`, because: misread.because,
    }];
    const asked = location === "path" ? values.path.get(called) : location === "query" && parameter.required ? values.query.get(called) : undefined;
    const kind = kindOf(partsOf(tools.schemas, parameter.schema), location === "query");
    const found = asked === undefined || kind === undefined ? undefined : memberFor({ called, isLast: operation.path.endsWith(`{${called}}`) }, kind, { schema, tools });
    const given = found === undefined ? undefined : member(told, found);
    if (asked === undefined || kind === undefined || found === undefined || given === undefined || !isOfKind(kind, asked, given) || isSame(asked, given)) return [];
    return [{
      code: "broken-echo", severity: "warning", operation: name, at: tools.at(operation.at), key: `${location} ${called}`,
      message: `The ${location} asks for ${called} ${JSON.stringify(asked)}, and the answer has ${found} ${JSON.stringify(given)}`, because: `The document has the same in the ${location} and in the answer`,
    }];
  });
}

type Kind = "uuid" | "integer" | "number";

/** The name that a parameter has in the answer, where both are of one kind. */
function memberFor({ called, isLast }: { called: string; isLast: boolean }, kind: Kind, { schema, tools }: { schema: Schema | undefined; tools: CheckTools }): string | undefined {
  return [called, ...(isLast ? ["id"] : [])].find((name) => {
    const parts = membersNamed(tools.schemas, schema, name).flatMap((each) => partsOf(tools.schemas, each));
    return parts.length > 0 && kindOf(parts, kind === "number") === kind;
  });
}

function kindOf(parts: readonly Schema[], withNumbers: boolean): Kind | undefined {
  if (parts.some(({ types, format }) => types?.includes("string") === true && format === "uuid")) return "uuid";
  const only = (type: "integer" | "number") => parts.some(({ types }) => types?.length === 1 && types[0] === type);
  return only("integer") ? "integer" : withNumbers && only("number") ? "number" : undefined;
}

/** What is not even of that kind does not fit its schema, which is said already. Large integers are texts of their digits. */
function isOfKind(kind: Kind, asked: Json, given: Json): boolean {
  if (kind === "uuid") return typeof asked === "string" && typeof given === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given);
  return [asked, given].every((value) => typeof value === "number" || (typeof value === "string" && /^-?\d{16,}$/.test(value)));
}

function isSame(one: Json, other: Json): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
  return String(one).toLowerCase() === String(other).toLowerCase();
}
