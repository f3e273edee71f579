import { isObject, type JsonObject, setMember } from "../../json.ts";
import type { RequestValues } from "./case.ts";
import type { TestedOperation } from "./phase.ts";
import type { Choose } from "./values/choices.ts";
import { placesOf } from "./values/places.ts";
import type { ValidValues } from "./values/valid-values.ts";

/** The members of a body that are texts: one of them may be a name that can be taken only once. */
export function textsOf({ body }: RequestValues): string[] {
  return body !== undefined && isObject(body.value) ? Object.entries(body.value).flatMap(([name, value]) => (typeof value === "string" ? [name] : [])) : [];
}

/** The same request with another text in a member of its body: `undefined` where there is none with which `isStillSo`. */
export function withFreshText(values: RequestValues, name: string, { tested, made, choose, isStillSo }: { tested: TestedOperation; made: ValidValues; choose: Choose; isStillSo: (values: RequestValues) => boolean }): RequestValues | undefined {
  const { body } = values;
  const place = placesOf(tested).find((each) => each.in === "body" && each.name === body?.mediaType);
  if (body === undefined || place === undefined || !isObject(body.value)) return undefined;
  for (let turn = 0; turn < turns; turn++) {
    const other = made.random(place.schema, choose);
    const text = isObject(other) ? other[name] : undefined;
    if (typeof text !== "string" || text === body.value[name]) continue;
    const changed: RequestValues = { ...values, body: { ...body, value: withMember(body.value, name, text) } };
    if (isStillSo(changed)) return changed;
  }
  return undefined;
}

const turns = 5;

function withMember(object: JsonObject, name: string, value: string): JsonObject {
  const copy = { ...object };
  setMember(copy, name, value);
  return copy;
}
