import { isObject, type Json } from "../../generator/json.ts";
import type { Api, Operation, PathItem } from "../../generator/model/api.ts";

/**
 * Something of a document that both generators have a type for: where it stands, how its type is called in the module
 * `M`, and the component schemas it is made of. `Response` and `Responses` are of compare.ts.
 *
 *     { at: "/components/schemas/Pet", type: 'M.components["schemas"]["Pet"]', uses: Set { "/components/schemas/Id" } }
 */
export type Place = { at: string; type: string; uses: ReadonlySet<string> };

/** Every component and every part of an operation. */
export function placesOf(api: Api): Place[] {
  const schemas = new Map(api.schemas.map(({ id, schema }) => [id, schema]));
  const { responses, parameters, requestBodies, headers } = api.components;
  const shared = { responses, parameters, requestBodies, headers };
  return [
    ...api.schemas.flatMap(({ component, schema }) => (component === undefined ? [] : [place("schemas", component, schema)])),
    ...Object.entries(shared).flatMap(([kind, list]) => list.map((item) => place(kind, item.component ?? "", item))),
    ...api.paths.flatMap((item) => item.operations.flatMap((operation) => operationPlaces("paths", item, operation))),
    ...api.webhooks.flatMap((item) => item.operations.flatMap((operation) => operationPlaces("webhooks", item, operation))),
  ];

  function place(kind: string, name: string, content: unknown): Place {
    const type = `M.components["${kind}"][${JSON.stringify(name)}]`;
    return { at: `/components/${kind}/${name}`, type: kind === "responses" ? `Response<${type}>` : type, uses: usedBy(content) };
  }

  function operationPlaces(kind: "paths" | "webhooks", { path }: PathItem, operation: Operation): Place[] {
    const type = `M.${kind}[${JSON.stringify(path)}][${JSON.stringify(operation.method)}]`;
    const at = `${kind} ${operation.method} ${path}`;
    return [
      { at: `${at} parameters`, type: `${type}["parameters"]`, uses: usedBy(operation.parameters) },
      { at: `${at} requestBody`, type: `${type}["requestBody"]`, uses: usedBy(operation.requestBody) },
      { at: `${at} responses`, type: `Responses<${type}["responses"]>`, uses: usedBy(operation.responses) },
    ];
  }

  /** The ids of the schemas that plain data refers to, and of those that these refer to. */
  function usedBy(content: unknown): Set<string> {
    const found = new Set<string>();
    const queue = content === undefined ? [] : refsOf(content);
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const schema = schemas.get(id);
      if (found.has(id) || !schema) continue;
      found.add(id);
      queue.push(...refsOf(schema));
    }
    return found;
  }
}

function refsOf(content: unknown): string[] {
  const plain: Json = JSON.parse(JSON.stringify(content));
  const refs: string[] = [];
  const queue: Json[] = [plain];
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
    if (isObject(item) && typeof item["ref"] === "string") refs.push(item["ref"]);
    if (typeof item === "object" && item !== null) queue.push(...Object.values(item));
  }
  return refs;
}
