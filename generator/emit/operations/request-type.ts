import type { TypePlan } from "../../model/type-plan.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import type { BodyChoice } from "../call/body-choices.ts";
import { mediaTypeLiteral } from "../call/media-type-literal.ts";
import type { Call } from "../call/plan-calls.ts";
import { memberDoc, parameterType } from "../schema/parameter-type.ts";

/** `{ id: string; body: Pet }`: everything that an operation takes, in one object. */
export function requestType({ arguments: args, bodies, operation: { requestBody } }: Call, plan: TypePlan): Printable {
  const members = args.map(({ key, parameter }) =>
    code`${memberDoc(parameter, plan)}${propertyKey(key)}${parameter.required ? "" : "?"}: ${parameterType(parameter, plan)};`);
  const [first, ...others] = bodies;
  if (first === undefined || requestBody === undefined) return members.length === 0 ? "{ readonly [name: string]: never }" : block(members);
  const optional = requestBody.required ? "" : "?";
  const doc = jsDoc([requestBody.doc.description]);
  if (others.length === 0) return block([...members, code`${doc}body${optional}: ${first.type};`, ...rangeMember(first)]);
  const shapes = bodies.map((choice, index) => {
    const isDefault = index === 0 ? "?" : "";
    return block([code`contentType${isDefault}: ${mediaTypeLiteral(choice.mediaType)};`, code`${doc}body${optional}: ${choice.type};`]);
  });
  const alternatives = separated(shapes, " | ");
  return members.length === 0 ? alternatives : code`${block(members)} & (${alternatives})`;
}

/** Of a range such as `image/*`, which one it is. */
function rangeMember(choice: BodyChoice): Printable[] {
  return choice.mediaType.name.includes("*") ? [code`contentType?: ${mediaTypeLiteral(choice.mediaType)};`] : [];
}
