import type { Parameter } from "../../model/api.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { type ValueKinds, valueKindsOf } from "../../model/value-kinds.ts";
import { stringLiteral } from "../../print/literal.ts";
import type { Argument } from "./arguments.ts";
import { encodingsOf } from "./encodings.ts";
import { type PartCall, partCall } from "./part-call.ts";
import { isInTemplate } from "./route.ts";

/** The part that writes an argument, `deepObject("filter")`; `undefined` where the template of the route says it all. */
export function parameterPart(argument: Argument, schemas: ReadonlyMap<SchemaId, Schema>): PartCall | undefined {
  const { key, parameter } = argument;
  const kinds = valueKindsOf(parameter.schema, schemas);
  switch (parameter.in) {
    case "path":
      return pathPart(argument, kinds);
    case "query":
      return queryPart(parameter, kinds, isInTemplate(argument) ? undefined : key);
    case "querystring":
      return partCall("query-styles", "querystring", [parameter.content?.name ?? "text/plain", key, parameter.required, parameter.content && encodingsOf(parameter.content)]);
    case "header":
      return partCall("header", "header", [parameter.name, options(argument, parameter.explode ? ["explode: true"] : [])]);
    case "cookie":
      return partCall("cookie", "cookie", [parameter.name, options(argument, cookieOptions(parameter))]);
    default:
      return parameter.in satisfies never;
  }
}

function pathPart({ key, parameter: { name, style, explode, content, allowReserved } }: Argument, kinds: ValueKinds): PartCall | undefined {
  const renamed = key === name ? undefined : key;
  if (content !== undefined) return partCall("path-styles", "contentPath", [name, content.name, renamed]);
  if (style === "label" || style === "matrix") return partCall("path-styles", style, [name, explode, renamed]);
  if (allowReserved) return partCall("path-styles", "reservedPath", [name, explode, renamed]);
  return kinds.object || renamed !== undefined ? partCall("path-styles", "simpleObject", [name, explode, renamed]) : undefined;
}

/** `key` is there for what the template has no place for. */
function queryPart({ name, style, explode, content, required, allowReserved, allowEmptyValue }: Parameter, kinds: ValueKinds, key: string | undefined): PartCall | undefined {
  const end = key === undefined ? [] : [required, key];
  const exploded = explode && end.length === 0 ? undefined : explode;
  if (content !== undefined) return partCall("query-styles", "contentQuery", [name, content.name, ...end]);
  if (style === "deepObject") return partCall("query-styles", "deepObject", [name, ...end]);
  // Exploded, these are what form is (OAS 3.0 "Style Values").
  if ((style === "spaceDelimited" || style === "pipeDelimited") && !explode) return partCall("query-styles", style, [name, ...end]);
  if (allowReserved) return partCall("query-styles", "reserved", [name, exploded === undefined ? undefined : { code: String(exploded) }, ...end]);
  if (allowEmptyValue) return partCall("query-styles", "emptyValue", [name, ...(explode ? end : [required, key ?? name, { code: "false" }])]);
  const isObject = kinds.object && !kinds.scalar && !kinds.list;
  if (!kinds.object && key === undefined) return undefined;
  return partCall("query-styles", isObject ? "formObject" : "formAny", [name, exploded === undefined ? undefined : { code: String(exploded) }, ...end]);
}

function cookieOptions({ style, explode }: Parameter): string[] {
  return [...(style === "cookie" ? ['style: "cookie"'] : []), ...(explode ? [] : ["explode: false"])];
}

function options({ key, parameter: { name, required, content } }: Argument, own: readonly string[]): { code: string } | undefined {
  const all = [
    ...own,
    ...(required ? ["required: true"] : []),
    ...(content === undefined ? [] : [`content: ${stringLiteral(content.name)}`]),
    ...(key === name ? [] : [`key: ${stringLiteral(key)}`]),
  ];
  return all.length === 0 ? undefined : { code: `{ ${all.join(", ")} }` };
}
