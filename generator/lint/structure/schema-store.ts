import type { Json } from "../../json.ts";
import { isObject, valueAt } from "../../json.ts";

/** The schemas that a check may need, by what a `$ref` in them says. */
export type SchemaStore = {
  /** What `https://…/schema#/$defs/parameter` points to, and the name of the definition: `parameter`. */
  target(reference: string): Target;
  /** The regular expression of a pattern, made once. Patterns come from the official schemas, never from a document. */
  expression(pattern: string): RegExp;
};

/** Without `owner` where it is no object of OpenAPI with fields of its own but a part that several share. */
export type Target = { schema: Json; owner: string | undefined };

/** A store of schemas by their `$id`, in which every `$ref` is absolute already. `replaced` has other schemas for some references. */
export function schemaStore(resources: ReadonlyMap<string, Json>, replaced: ReadonlyMap<string, Json>): SchemaStore {
  const targets = new Map<string, Target>();
  const expressions = new Map<string, RegExp>();
  const find = (reference: string): Target => {
    const schema = replaced.get(reference) ?? lookUp(resources, reference);
    return { schema, owner: ownerOf(reference, schema) };
  };
  return {
    target: (reference) => remember(targets, reference, find),
    expression: (pattern) => remember(expressions, pattern, (text) => new RegExp(text, "u")),
  };
}

function remember<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  known.set(key, made);
  return made;
}

function lookUp(resources: ReadonlyMap<string, Json>, reference: string): Json {
  const hash = reference.indexOf("#");
  const uri = hash < 0 ? reference : reference.slice(0, hash);
  const resource = resources.get(uri);
  const schema = resource === undefined ? undefined : valueAt(resource, hash < 0 ? "" : reference.slice(hash + 1));
  if (schema === undefined) throw new Error(`No schema ${reference}`);
  return schema;
}

function ownerOf(reference: string, schema: Json): string | undefined {
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  const isShared = name === "examples" || name === "specification-extensions" || reference.includes("json-schema.org");
  const hasFields = isObject(schema) && ["properties", "patternProperties", "additionalProperties"].some((key) => Object.hasOwn(schema, key));
  return hasFields && !isShared ? name : undefined;
}
