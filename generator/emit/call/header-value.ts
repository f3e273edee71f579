import type { Header } from "../../model/api.ts";
import { mediaKindOf } from "../../model/media-kind.ts";
import type { Schema } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { valueKindsOf } from "../../model/value-kinds.ts";
import { stringLiteral } from "../../print/literal.ts";
import { objectLiteral } from "./object-literal.ts";

/** Whether a response header is given to callers as the text that came. */
export function isText(header: Header, plan: TypePlan): boolean {
  return headerType(header, plan) === undefined;
}

/** What the runtime is told of a header that is no text: `"number"`, `["string"]`, `"json"`. */
export function headerType({ name, schema, content, explode }: Header, plan: TypePlan): string | undefined {
  // A literal has no such member.
  if (name === "__proto__") return undefined;
  if (content !== undefined) return mediaKindOf(content) === "json" ? '"json"' : undefined;
  if (schema === undefined) return undefined;
  const kinds = valueKindsOf(schema, plan.schemas);
  if (kinds.scalar) return scalarOf(schema, plan) === "string" ? undefined : stringLiteral(scalarOf(schema, plan));
  const resolved = resolve(schema, plan);
  if (kinds.list && !kinds.object) return `[${stringLiteral(resolved.items === undefined ? "string" : scalarOf(resolved.items, plan))}]`;
  const properties = (resolved.properties ?? []).map((one) => [one.name, stringLiteral(scalarOf(one.schema, plan))] as const);
  return `{ explode: ${explode}, properties: ${objectLiteral(properties)} }`;
}

function scalarOf(schema: Schema, plan: TypePlan): "string" | "number" | "boolean" {
  const { types = [] } = resolve(schema, plan);
  const named = types.filter((type) => type !== "null");
  if (named.length > 0 && named.every((type) => type === "integer" || type === "number")) return "number";
  return named.length === 1 && named[0] === "boolean" ? "boolean" : "string";
}

function resolve(schema: Schema, plan: TypePlan): Schema {
  let resolved = schema;
  for (let hops = 0; resolved.ref !== undefined && resolved.types === undefined && hops < 8; hops++) resolved = plan.schemas.get(resolved.ref) ?? { at: resolved.at };
  return resolved;
}
