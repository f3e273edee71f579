import type { Schema } from "../../../../model/schema.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Place, placesOf } from "../../values/places.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";

/** The parameters of an operation that say which part of a list is asked for. */
export type ListParameters = { readonly limit?: Place; readonly cursor?: Place; readonly offset?: Place; readonly page?: Place };

/** Finds them by the names that they have everywhere. */
export function listParameters(tested: TestedOperation): ListParameters {
  const query = placesOf(tested).filter(({ in: location }) => location === "query");
  const named = (pattern: RegExp, is: (schema: Schema) => boolean = () => true) => query.find(({ name, schema }) => pattern.test(name) && is(schema));
  const limit = named(/^(limit|size|per_?page|page_?size|max_?results|\$?top)$/i);
  const cursor = named(/^(cursor|page_?token|next_?token|start(ing)?_?after|after(_?id)?|continuation(_?token)?)$/i, isText);
  const offset = named(/^(offset|\$?skip)$/i);
  const page = named(/^(page|page_?number)$/i);
  return { ...(limit && { limit }), ...(cursor && { cursor }), ...(offset && { offset }), ...(page && { page }) };
}

/** A time after which something is to be is no cursor. */
function isText({ format }: Schema): boolean {
  return format === undefined || !/^(date|time)/.test(format);
}

/** The integers that a schema allows, from its smallest to its largest; it has a default end where it says none. */
export function rangeOf(run: Run, schema: Schema): { readonly least: number; readonly most: number } | undefined {
  const parts = partsOf(schemasOf(run.api), schema);
  if (!parts.some(({ types }) => types?.includes("integer") === true || types?.includes("number") === true)) return undefined;
  const least = Math.max(1, ...parts.flatMap(({ minimum, exclusiveMinimum }) => [minimum ?? 1, (exclusiveMinimum ?? 0) + 1]));
  const most = Math.min(100, ...parts.flatMap(({ maximum, exclusiveMaximum }) => [maximum ?? 100, (exclusiveMaximum ?? 101) - 1]));
  return least > most ? undefined : { least: Math.ceil(least), most: Math.floor(most) };
}
