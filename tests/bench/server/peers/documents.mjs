// The documents of the routes, as the bench bundles them beside this file.
import { readFileSync } from "node:fs";

export const documents = Object.fromEntries(["A", "B"].map((route) => [route, JSON.parse(readFileSync(new URL(`./${route}/openapi.json`, import.meta.url), "utf8"))]));

/** The schemas of a document with the ids by which ajv and Fastify know them, and what is below a path with references to these. */
export function schemasOf(route) {
  return Object.entries(withIds(documents[route].components.schemas)).map(([$id, schema]) => ({ $id, ...schema }));
}

export function withIds(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll(/"#\/components\/schemas\/(\w+)"/g, '"$1#"'));
}
