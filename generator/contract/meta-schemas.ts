import { createRequire } from "node:module";
import type { Json } from "../json.ts";

/** JSON Schema's own description of itself in draft 2020-12: the meta-schema and its vocabularies, as ajv ships them. */
export function jsonSchema2020(): Json[] {
  const vocabularies = ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content"];
  return ["schema", ...vocabularies.map((name) => `meta/${name}`)].map((name) => read(`ajv/dist/refs/json-schema-2020-12/${name}.json`));
}

/** The same for draft 4, which the schema of Swagger 2.0 refers to. */
export function draft4(): Json {
  return read("ajv-draft-04/dist/refs/json-schema-draft-04.json");
}

const require = createRequire(import.meta.url);

function read(file: string): Json {
  return require(file);
}
