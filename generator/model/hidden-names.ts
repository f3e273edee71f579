import { holdingSchemas } from "./holding-schemas.ts";
import type { Schema, SchemaId } from "./schema.ts";
import { isHidden, type View } from "./views.ts";

/**
 * Who sees the value that is judged. A `required` property that is readOnly need not be in a request, nor a writeOnly one in a response
 * (OAS 3.0 "Fixed Fields" of the Schema Object; 3.1 leaves it to the application, and means the same). `any`: neither is asked for.
 */
export type JudgedView = View | "any";

/** The properties that a view does not require: those of a schema, of what it is composed of, and of what it is a part of. */
export function hiddenNames(schema: Schema, view: JudgedView, schemas: ReadonlyMap<SchemaId, Schema>, around: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const names = new Set(around);
  const views = view === "any" ? bothViews : [view];
  for (const { properties = [] } of holdingSchemas(schema, schemas)) {
    for (const property of properties) if (views.some((each) => isHidden(property, each, schemas))) names.add(property.name);
  }
  return names;
}

const bothViews = ["request", "response"] as const;
