import type { Parameter, PathItem } from "./api.ts";
import type { Reader } from "./reader.ts";

/**
 * Makes the parameters of a path agree with its template, `/pets/{id}`: a part that nobody declares becomes a required
 * string in every operation that lacks it. Returns the path item with them; what was missing or too much is reported.
 */
export function completePathParameters(pathItem: PathItem, reader: Reader): PathItem {
  const variables = templateVariables(pathItem.path);
  const missing = new Map<string, string[]>();
  const operations = pathItem.operations.map((operation) => {
    const declared = new Set(operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name));
    const undeclared = variables.filter((name) => !declared.has(name));
    for (const name of undeclared) missing.set(name, [...(missing.get(name) ?? []), operation.method]);
    reportSurplus(operation.parameters, pathItem.path, reader);
    if (undeclared.length === 0) return operation;
    return { ...operation, parameters: [...operation.parameters, ...undeclared.map((name) => requiredString(name, pathItem.at))] };
  });
  for (const [name, lacking] of missing) {
    reader.warn("undeclared-path-parameter", pathItem.at, `No parameter says what {${name}} is (${lacking.join(", ")}); it is taken as a string.`);
  }
  return { ...pathItem, operations };

  function reportSurplus(parameters: readonly Parameter[], path: string, to: Reader): void {
    for (const parameter of parameters) {
      if (parameter.in !== "path" || variables.includes(parameter.name)) continue;
      to.warn("undeclared-path-parameter", parameter.at, `The path ${path} has no {${parameter.name}}.`);
    }
  }
}

/** `["owner", "repo"]` for `/repos/{owner}/{repo}`. */
function templateVariables(path: string): string[] {
  return [...new Set(Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name]) => name ?? ""))];
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
