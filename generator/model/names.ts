import { pointerTokens } from "../json.ts";
import type { NamedSchema } from "./api.ts";
import { compareNames, partsOf, takeName, upperFirst } from "./identifier.ts";
import { type SchemaId } from "./schema.ts";

/** The name of a schema's type: `{ name: "Pet" }`, with the name of its request view where that is another type. */
export type TypeName = { name: string; requestName?: string };

/**
 * An identifier for each named schema. The rule: words of the name in PascalCase (`simple-user` is `SimpleUser`, `_types:Id` is
 * `TypesId`, `APIKey` stays); a name that TypeScript or JavaScript has already gets `Schema` behind it; of two that come out alike
 * the one written so in the document keeps it, and the others get a number in alphabetical order of what was written.
 */
export function nameTypes(schemas: readonly NamedSchema[], split: ReadonlySet<SchemaId>): Map<SchemaId, TypeName> {
  const wanted = schemas.map(({ id, component }) => ({ id, written: component ?? id, identifier: identifierOf(component, id) }));
  const names = new Map<SchemaId, TypeName>();
  const taken = new Set<string>();
  const exactFirst = [...wanted].sort((a, b) => Number(a.written !== a.identifier) - Number(b.written !== b.identifier) || compareNames(a.written, b.written));
  for (const { id, identifier } of exactFirst) names.set(id, { name: takeName(identifier, taken) });
  for (const { id } of exactFirst) {
    const entry = names.get(id);
    if (entry !== undefined && split.has(id)) entry.requestName = takeName(`${entry.name}Writable`, taken);
  }
  return names;
}

/** `SimpleUser` for `simple-user`. Always a valid identifier; "" gives `Schema`. */
export function pascalCase(text: string): string {
  const joined = partsOf(text).map(upperFirst).join("");
  if (joined === "") return "Schema";
  return /^\p{ID_Start}/u.test(joined) ? joined : `_${joined}`;
}

function identifierOf(component: string | undefined, id: SchemaId): string {
  const name = pascalCase(component ?? tellingPart(id));
  return reserved.has(name) ? `${name}Schema` : name;
}

/** What a person would call the place of a deep `$ref`: `/components/schemas/Pet/properties/tags/items` is `Pet tags item`. */
function tellingPart(id: SchemaId): string {
  const tokens = pointerTokens(id);
  const start = tokens[0] === "components" ? 2 : 1;
  return tokens.slice(start).filter((token) => !structural.has(token)).map((token) => (token === "items" ? "item" : token === "additionalProperties" ? "value" : token)).join(" ");
}

const structural = new Set(["properties", "schema", "$defs", "definitions", "content", "schemas"]);

/** Names of the language and of every runtime: a type called so would hide them from the code below it. */
const reserved = new Set([
  "Array", "ArrayBuffer", "AsyncIterable", "Awaited", "BigInt", "Blob", "Boolean", "Capitalize", "Date", "Error", "Exclude", "Extract",
  "File", "FormData", "Function", "Headers", "Infinity", "Iterable", "Iterator", "JSON", "Map", "Math", "NaN", "NonNullable", "Number",
  "Object", "Omit", "Parameters", "Partial", "Pick", "Promise", "Readonly", "ReadonlyArray", "Record", "RegExp", "Request", "RequestInit",
  "Required", "Response", "ReturnType", "Set", "String", "Symbol", "URL", "URLSearchParams", "Uint8Array",
]);
