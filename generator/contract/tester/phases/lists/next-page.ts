import { isObject, type Json, member } from "../../../../json.ts";
import { headersNamed } from "../../checks/headers-named.ts";
import type { Header } from "../../exchange.ts";

/** What a page says of the one behind it: its cursor, where it is, that there is one that begins after the last row, or that there is none. */
export type Next = { readonly kind: "cursor"; readonly value: Json } | { readonly kind: "target"; readonly value: string } | { readonly kind: "after" } | { readonly kind: "end" };

/**
 * Where the next page is: by a header Link (RFC 8288 §3), or by a member of the body, of the names that such have everywhere. Nothing where a
 * page does not speak of it.
 */
export function nextPage(body: Json | undefined, headers: readonly Header[]): Next | undefined {
  const link = headersNamed(headers, "link").join(", ").split(/,\s*(?=<)/).find((each) => /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(each));
  const target = link === undefined ? undefined : /^\s*<([^>]*)>/.exec(link)?.[1];
  if (target !== undefined) return { kind: "target", value: target };
  const objects = [body, ...(isObject(body) ? Object.values(body) : [])].filter(isObject);
  const isMore = objects.flatMap((each) => flags.map((name) => member(each, name))).find((each) => typeof each === "boolean");
  if (isMore === false) return { kind: "end" };
  const found = objects.map(nextIn).find((each) => each !== undefined);
  return found ?? (isMore === true ? { kind: "after" } : objects.some((each) => names.some((name) => member(each, name) !== undefined)) ? { kind: "end" } : undefined);
}

/** Members that name the next page. */
export const names = ["nextCursor", "next_cursor", "nextPageToken", "next_page_token", "nextToken", "next_token", "continuationToken", "continuation_token", "next"];

/** Members that say whether there is one. */
export const flags = ["has_more", "hasMore", "has_next", "hasNext", "has_next_page", "hasNextPage"];

function nextIn(object: { [name: string]: Json }): Next | undefined {
  const value = names.map((name) => member(object, name)).find((each) => (typeof each === "string" && each !== "") || typeof each === "number");
  if (value === undefined) return undefined;
  return typeof value === "string" && /^(https?:\/\/|\/|\?)/.test(value) ? { kind: "target", value } : { kind: "cursor", value };
}
