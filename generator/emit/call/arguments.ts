import type { Operation, Parameter } from "../../model/api.ts";

/** A parameter, and the key under which callers give it. */
export type Argument = { key: string; parameter: Parameter };

/**
 * The arguments of an operation. The keys are the names on the wire; of those that share a name, or are called as the body is,
 * the path's parameter keeps it, and the others are called `query_id`, `header_id`.
 */
export function argumentsOf(operation: Operation): Argument[] {
  const parameters = operation.parameters.filter((parameter) => whyNotSent(parameter, operation) === undefined);
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
export function whyNotSent({ in: location, name }: Parameter, { path }: Operation): string | undefined {
  if (location === "path") return placeholdersOf(path).includes(name) ? undefined : `The path has no {${name}}; the client does not ask for it.`;
  const isIgnored = location === "header" && /^(accept|content-type|authorization)$/i.test(name);
  return isIgnored ? `OpenAPI has no header parameter "${name}": media types and security say what it holds. The client does not ask for it.` : undefined;
}

/** The names of the parameters in a path: `["id"]` for `/pets/{id}`. Those in the style of RFC 6570, `{;id*}`, count as well. */
function placeholdersOf(path: string): string[] {
  return Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name).flatMap((name) => [name, withoutStyle(name)]);
}

/** `id` for `;id*`. */
export function withoutStyle(placeholder: string): string {
  return placeholder.replace(/^[+.;]/, "").replace(/\*$/, "");
}
