import type { Parameter } from "./api.ts";
import { buildParameter } from "./build-parameter.ts";
import type { Cursor } from "./cursor.ts";

/** The `parameters` of a path item or an operation. Of two with one name in one place, the first. */
export function buildParameters(cursor: Cursor): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const entry of cursor.partList("parameters")) {
    const parameter = buildParameter(entry);
    if (parameter === undefined) continue;
    const key = parameterKey(parameter);
    if (!parameters.has(key)) parameters.set(key, parameter);
    else cursor.reader.warn("duplicate-parameter", entry.pointer, `"${parameter.name}" in ${parameter.in} is here already; only the first counts.`);
  }
  return [...parameters.values()];
}

/** The parameters of an operation: those of its path item, save for those that it defines anew, and its own. */
export function mergeParameters(inherited: readonly Parameter[], own: readonly Parameter[]): Parameter[] {
  const redefined = new Set(own.map(parameterKey));
  return [...inherited.filter((parameter) => !redefined.has(parameterKey(parameter))), ...own];
}

/** "A unique parameter is defined by a combination of a name and location"; names of headers have no case. */
function parameterKey({ name, in: location }: Parameter): string {
  return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}
