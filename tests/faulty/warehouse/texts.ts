import { Problem } from "./exchange.ts";

/** An integer in decimal digits, else a 400. */
export function integer(text: string): number {
  if (!/^-?(?:0|[1-9]\d{0,30})$/.test(text)) throw new Problem(400, "That is no integer");
  return Number(text);
}

/** A number as JSON writes it, else a 400. */
export function decimal(text: string): number {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) throw new Problem(400, "That is no number");
  return Number(text);
}

/** `true` or `false`, else a 400. */
export function boolean(text: string): boolean {
  if (text !== "true" && text !== "false") throw new Problem(400, "That is no boolean");
  return text === "true";
}

/** The text itself. */
export function plain(text: string): string {
  return text;
}

/** Items with something between them. */
export function listOf<Item>(separator: string, item: (text: string) => Item): (text: string) => Item[] {
  return (text) => (text === "" ? [] : text.split(separator).map(item));
}

/** Percent-encoded UTF-8 (RFC 3986 §2.1), else a 400. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Problem(400, "That is not percent-encoded UTF-8");
  }
}

/** The pairs of a query or a form (WHATWG URL, application/x-www-form-urlencoded), but with what is wrongly encoded refused. */
export function pairsOf(text: string): [string, string][] {
  return text.split("&").filter((pair) => pair !== "").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [decoded(name.replaceAll("+", " ")), decoded(value.join("=").replaceAll("+", " "))];
  });
}
