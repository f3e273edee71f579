import type { MediaType } from "./api.ts";

/** How bodies of a media type are written and read. `any` is a range such as `*\/*`; `other` is bytes, unless its schema says text. */
export type MediaKind = "json" | "text" | "urlencoded" | "multipart" | "events" | "lines" | "any" | "other";

/** `json` for `application/vnd.github+json; charset=utf-8`. */
export function mediaKindOf({ name }: MediaType): MediaKind {
  const type = essenceOf(name);
  if (type === "text/event-stream") return "events";
  if (/[/+](x-)?(jsonl|jsonlines|ndjson|json-seq)$/.test(type)) return "lines";
  if (/[/+]json$/.test(type)) return "json";
  if (type === "application/x-www-form-urlencoded") return "urlencoded";
  if (type.startsWith("multipart/")) return "multipart";
  if (/^text\/|[/+]xml$/.test(type)) return "text";
  return type.endsWith("/*") ? "any" : "other";
}

/** A media type without its parameters, in lower case. */
export function essenceOf(name: string): string {
  return name.split(";", 1).join("").trim().toLowerCase();
}
