import type { Schema, SchemaId } from "./schema.ts";

/**
 * Who sees the value that is judged. A `required` property that is readOnly need not be in a request, nor a writeOnly one in a response
 * (OAS 3.0 "Fixed Fields" of the Schema Object; 3.1 leaves it to the application, and means the same). `any`: neither is asked for.
 */
export type JudgedView = "request" | "response" | "any";

type Named = (id: SchemaId) => Schema | undefined;

/** The properties that a view does not require: those of a schema, of what it is composed of, and of what it is a part of. */
export function hiddenNames(schema: Schema, view: JudgedView, named: Named, around: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const names = new Set(around);
  const parts = new Set([schema]);
  // The set grows while it is walked.
  for (const { properties = [], ref, allOf = [] } of parts) {
    for (const { name, schema: property } of properties) if (isHidden(property, view, named)) names.add(name);
    const target = ref === undefined ? undefined : named(ref);
    if (target !== undefined) parts.add(target);
    for (const part of allOf) parts.add(part);
  }
  return names;
}

function isHidden(schema: Schema, view: JudgedView, named: Named): boolean {
  const target = schema.ref === undefined ? undefined : named(schema.ref);
  const parts = [schema, ...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])];
  return parts.some((part) => (part.readOnly === true && view !== "response") || (part.writeOnly === true && view !== "request"));
}
