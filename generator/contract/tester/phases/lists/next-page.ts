import { isObject, type Json, member } from "../../../../json.ts";
import { headersNamed } from "../../checks/headers-named.ts";
import type { Header } from "../../exchange.ts";

/** What a page says of the one behind it. */
export type Next = { readonly kind: "cursor"; readonly value: Json } | { readonly kind: "target"; readonly value: string };

/** Where the next page is: by a header Link (RFC 8288 §3), or by a member of the body, of the names that such have everywhere. */
export function nextPage(body: Json | undefined, headers: readonly Header[]): Next | undefined {
  const link = headersNamed(headers, "link").join(", ").split(/,\s*(?=<)/).find((each) => /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(each));
  const target = link === undefined ? undefined : /^\s*<([^>]*)>/.exec(link)?.[1];
  if (target !== undefined) return { kind: "target", value: target };
  const found = [body, ...(isObject(body) ? Object.values(body) : [])].flatMap((each) => (isObject(each) ? [nextIn(each)] : [])).find((each) => each !== undefined);
  return found;
}

const names = ["nextCursor", "next_cursor", "nextPageToken", "next_page_token", "nextToken", "next_token", "continuationToken", "continuation_token", "next"];

function nextIn(object: { [name: string]: Json }): Next | undefined {
  const value = names.map((name) => member(object, name)).find((each) => (typeof each === "string" && each !== "") || typeof each === "number");
  if (value === undefined) return undefined;
  return typeof value === "string" && /^(https?:\/\/|\/|\?)/.test(value) ? { kind: "target", value } : { kind: "cursor", value };
}
