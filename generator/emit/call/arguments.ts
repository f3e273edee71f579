import type { Operation, Parameter } from "../../model/api.ts";
import { hasPlace } from "../../model/placeholders.ts";

/** A parameter, and the key under which callers give it. */
export type Argument = { key: string; parameter: Parameter };

/**
 * The arguments of an operation. The keys are the names on the wire; of those that share a name, or are called as the body is,
 * the path's parameter keeps it, and the others are called `query_id`, `header_id`.
 */
export function argumentsOf(operation: Operation): Argument[] {
  const parameters = operation.parameters.filter((parameter) => hasPlace(parameter, operation));
  const uses = new Map<string, number>();
  for (const { name } of parameters) uses.set(name, (uses.get(name) ?? 0) + 1);
  const isPlain = ({ name, in: location }: Parameter): boolean => !bodyKeys.has(name) && (uses.get(name) === 1 || location === "path");
  const taken = new Set(parameters.filter(isPlain).map(({ name }) => name));
  return parameters.map((parameter) => {
    if (isPlain(parameter)) return { key: parameter.name, parameter };
    let key = `${parameter.in}_${parameter.name}`;
    while (taken.has(key)) key = `${key}_`;
    taken.add(key);
    return { key, parameter };
  });
}

const bodyKeys: ReadonlySet<string> = new Set(["body", "contentType", "__proto__"]);

/** Why a parameter is no argument, if so. */
export function whyNotSent(parameter: Parameter, operation: Operation): string | undefined {
  if (hasPlace(parameter, operation)) return undefined;
  if (parameter.in === "path") return `The path has no {${parameter.name}}; the client does not ask for it.`;
  return `OpenAPI has no header parameter "${parameter.name}": media types and security say what it holds. The client does not ask for it.`;
}
