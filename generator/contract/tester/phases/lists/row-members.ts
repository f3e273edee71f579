import type { Schema } from "../../../../model/schema.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { answerSchema, partsOf, schemasOf } from "../stateful/schema-members.ts";

/** The schemas of the rows: of the answer's items, or of those of its one list. */
export function rowSchemas(run: Run, { operation }: TestedOperation): Schema[] {
  const schemas = schemasOf(run.api);
  const parts = partsOf(schemas, answerSchema(operation, 200));
  const members = parts.flatMap(({ properties = [] }) => properties.flatMap(({ schema }) => partsOf(schemas, schema)));
  return [...parts, ...members].flatMap(({ items }) => (items === undefined ? [] : [items]));
}

/** The members that rows have, by the document. */
export function rowMembers(run: Run, tested: TestedOperation): string[] {
  const parts = rowSchemas(run, tested).flatMap((schema) => partsOf(schemasOf(run.api), schema));
  return [...new Set(parts.flatMap(({ properties = [] }) => properties.map(({ name }) => name)))];
}

/** The member of the rows that a text means, whichever way both are written: `filter[created_at]` and `created-at` mean `createdAt`. */
export function memberMeant(text: string, members: readonly string[]): string | undefined {
  const wanted = plain(/^(?:filters?|where)(?:\[([^[\]]+)\]|\.(.+))$/i.exec(text)?.slice(1).join("") ?? text);
  return members.find((name) => name === text) ?? members.find((name) => plain(name) === wanted);
}

/** A member, and whether what is asked for is the least or the most that it may be. */
export type Bound = { readonly member: string; readonly side: "least" | "most" };

/**
 * The member of which the name of a parameter says a bound: `created_after` of `createdAt`, `min_price` and `price[gte]` of `price`. A name
 * that is that of a member is no bound.
 */
export function boundMeant(text: string, members: readonly string[]): Bound | undefined {
  if (memberMeant(text, members) !== undefined) return undefined;
  const words = text.replace(/[a-z0-9](?=[A-Z])/g, "$&_").toLowerCase().split(/[^a-z0-9]+/).filter((word, index) => word !== "" && !(index === 0 && /^(?:filters?|where)$/.test(word)));
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const word = words.length < 2 ? undefined : [last, first].find((each) => least.test(each) || most.test(each));
  if (word === undefined) return undefined;
  const rest = (word === last ? words.slice(0, -1) : words.slice(1)).join("");
  // What happened after a time is told of by when it happened.
  const member = members.find((name) => plain(name) === rest) ?? members.find((name) => plain(name).replace(/(?:at|on|date|time)$/, "") === rest);
  return member === undefined ? undefined : { member, side: least.test(word) ? "least" : "most" };
}

const least = /^(?:min|minimum|gte?|after|since|from)$/;
const most = /^(?:max|maximum|lte?|before|until|to)$/;

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
