import { Buffer } from "node:buffer";

/** The pairs of a query or a form, decoded. */
export function pairsIn(text: string): [string, string][] {
  return text.split("&").filter((pair) => pair !== "").map((pair) => {
    const at = pair.indexOf("=");
    const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    return [unescaped(name.replaceAll("+", " ")), unescaped(value.replaceAll("+", " "))];
  });
}

/** What percent-encoded bytes say. What is no encoding stays as it is, and what is no UTF-8 is replaced, as most servers do. */
export function unescaped(text: string): string {
  const bytes: number[] = [];
  const raw = Buffer.from(text, "utf8");
  for (let at = 0; at < raw.length; at++) {
    const hex = raw[at] === 0x25 ? raw.toString("latin1", at + 1, at + 3) : "";
    const isEncoded = /^[0-9a-f]{2}$/i.test(hex);
    bytes.push(isEncoded ? Number.parseInt(hex, 16) : raw[at] ?? 0);
    if (isEncoded) at += 2;
  }
  return Buffer.from(bytes).toString("utf8");
}

/** A text as what its schema's type is; one that is none of that type stays a text, and is refused for it. */
export function typed(text: string, type: unknown): number | boolean | string {
  if (type === "integer" && /^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  if (type === "number" && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return type === "boolean" && (text === "true" || text === "false") ? text === "true" : text;
}
