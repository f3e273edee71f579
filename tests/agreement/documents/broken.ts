import { isObject, type Json } from "../../../generator/json.ts";

/** Values near one, of which most are not what its schema says: other types, and members that are missing, of other types, or more. */
export function broken(value: Json): Json[] {
  const others: Json[] = [null, true, -1, 0.5, "", "x", [], {}, [null]];
  if (Array.isArray(value)) {
    const inner = value.length === 0 ? [] : broken(value[0] ?? null).slice(0, 12).map((first) => [first, ...value.slice(1)]);
    return [...others, ...inner, [...value, ...value], [...value, { further: true }]];
  }
  if (!isObject(value)) return others;
  const names = Object.keys(value);
  return [
    ...others,
    ...names.map((name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))),
    ...names.flatMap((name) => [null, 7, "x", [], {}].map((other): Json => ({ ...value, [name]: other }))),
    { ...value, "further member": 1 },
  ];
}
