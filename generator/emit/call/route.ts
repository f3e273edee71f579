import type { Operation } from "../../model/api.ts";
import { encodeLiteral, encodeName } from "../../model/encode-literal.ts";
import { withoutStyle } from "../../model/placeholders.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { sentMethod } from "../../model/sent-method.ts";
import { valueKindsOf } from "../../model/value-kinds.ts";
import type { Argument } from "./arguments.ts";

/** `GET /pets/{id}{?limit,tag*,q!}`: the method and the URI Template that the runtime fills. */
export function routeOf({ method, path }: Operation, args: readonly Argument[], schemas: ReadonlyMap<SchemaId, Schema>): string {
  const names = args.flatMap(({ key, parameter }) => {
    const { name, in: location, required } = parameter;
    if (location !== "query" || !isInTemplate({ key, parameter })) return [];
    const kinds = valueKindsOf(parameter.schema, schemas);
    const isExploded = parameter.explode && parameter.content === undefined && kinds.list && !kinds.object;
    return [`${encodeName(name)}${isExploded ? "*" : ""}${required ? "!" : ""}`];
  });
  const template = templateOf(path, args);
  return `${methodOf(method)} ${template}${names.length > 0 ? `{${template.includes("?") ? "&" : "?"}${names.join(",")}}` : ""}`;
}

/** Whether the template has a place for a parameter of the query: not where its key is another. */
export function isInTemplate({ key, parameter }: Argument): boolean {
  return key === parameter.name;
}

/** A method is a token of HTTP (RFC 9110 §5.6.2), whatever a document calls it. */
function methodOf(method: string): string {
  return sentMethod(method).replace(/[^\w!#$%&'*+.^`|~-]/g, encodeName);
}

/** What stands behind `#` is never sent. */
function templateOf(path: string, args: readonly Argument[]): string {
  const names = new Set(args.flatMap(({ parameter: { in: location, name } }) => (location === "path" ? [name] : [])));
  const pieces = path.split("#", 1).join("").split(/(\{[^{}]*\})/);
  return pieces.map((piece, index) => (index % 2 === 0 ? encodeLiteral(piece) : `{${encodeName(placeholderName(piece.slice(1, -1), names))}}`)).join("");
}

function placeholderName(placeholder: string, names: ReadonlySet<string>): string {
  return names.has(placeholder) ? placeholder : withoutStyle(placeholder);
}
