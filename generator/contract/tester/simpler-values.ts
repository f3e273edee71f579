import type { Json } from "../../json.ts";
import type { RequestValues, Values } from "./case.ts";
import { smallerValues } from "./values/smaller-values.ts";

/** Values that say less than these, in steps: without one of the parts, or with a part that is smaller. The largest steps come first. */
export function* simplerValues(values: RequestValues): Generator<RequestValues> {
  const { body, ...rest } = values;
  if (body !== undefined) yield rest;
  for (const location of ["query", "headers", "cookies"] as const) {
    for (const name of values[location].keys()) yield { ...values, [location]: new Map([...values[location]].filter(([each]) => each !== name)) };
  }
  if (body !== undefined) for (const value of smallerValues(body.value)) yield { ...values, body: { ...body, value } };
  for (const location of ["path", "query", "headers", "cookies"] as const) {
    for (const [name, value] of values[location]) for (const simpler of smallerValues(value)) yield { ...values, [location]: withValue(values[location], name, simpler) };
  }
}

function withValue(values: Values, name: string, value: Json): Values {
  return new Map([...values].map(([each, old]) => [each, each === name ? value : old]));
}
