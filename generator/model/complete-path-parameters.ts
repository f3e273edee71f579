import type { Operation, Parameter, PathItem } from "./api.ts";
import { placeholdersOf, withoutStyle } from "./placeholders.ts";
import type { Reader } from "./reader.ts";

/**
 * Makes the parameters of a path agree with its template, `/pets/{id}`: a part that nobody declares becomes a required
 * string in every operation that lacks it. Returns the path item with them; what was missing or too much is reported.
 */
export function completePathParameters(pathItem: PathItem, reader: Reader): PathItem {
  const variables = placeholdersOf(pathItem.path);
  const lacking = new Map<string, string[]>();
  const operations = pathItem.operations.map((operation): Operation => {
    const declared = new Set(pathParameters(operation).map(({ name }) => name));
    const missing = variables.filter((variable) => !declared.has(variable) && !declared.has(withoutStyle(variable)));
    for (const name of missing) lacking.set(name, [...(lacking.get(name) ?? []), operation.method]);
    if (missing.length === 0) return operation;
    return { ...operation, parameters: [...operation.parameters, ...missing.map((name) => requiredString(name, pathItem.at))] };
  });
  for (const [name, methods] of lacking) {
    reader.warn("undeclared-path-parameter", pathItem.at, `No parameter says what {${name}} is (${methods.join(", ")}); it is taken as a string.`);
  }
  const known = new Set([...variables, ...variables.map(withoutStyle)]);
  for (const { at, name } of new Set(pathItem.operations.flatMap(pathParameters))) {
    if (!known.has(name)) reader.warn("undeclared-path-parameter", at, `The path ${pathItem.path} has no {${name}}.`);
  }
  return { ...pathItem, operations };
}

function pathParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === "path");
}

function requiredString(name: string, at: string): Parameter {
  return {
    at,
    name,
    in: "path",
    required: true,
    style: "simple",
    explode: false,
    allowReserved: false,
    allowEmptyValue: false,
    schema: { at, types: ["string"] },
    examples: [],
    doc: {},
    extensions: [],
  };
}
