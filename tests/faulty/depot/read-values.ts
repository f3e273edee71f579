import type { Asked } from "../warehouse/exchange.ts";
import { refuse } from "./refuse.ts";

/** What is percent-encoded UTF-8, read; a `+` stays one. */
export function unescaped(text: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const hex = text.slice(at + 1, at + 3);
    if (text[at] !== "%") bytes.push(...Buffer.from(String.fromCodePoint(text.codePointAt(at) ?? 0)));
    else if (/^[0-9a-f]{2}$/i.test(hex)) bytes.push(Number.parseInt(hex, 16));
    else refuse(400, "That is wrongly encoded");
    if (text[at] === "%") at += 2;
  }
  return utf8(Buffer.from(bytes));
}

/** A value of a query or of a form, in which a `+` is a space. */
export function spaced(text: string): string {
  return unescaped(text.replace(/\+/g, "%20"));
}

/** Bytes as a text, where they are UTF-8. */
export function utf8(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : refuse(400, "That is not UTF-8");
}

/** The one value of a name in a query, as it came. */
export function single({ query }: Asked, name: string): string | undefined {
  const values = query.filter(([each]) => each === name);
  if (values.length > 1) refuse(400, `${name} is there twice`);
  return values[0]?.[1];
}

/** An integer in decimal digits. */
export function asInteger(text: string): number {
  return /^-?(0|[1-9][0-9]*)$/.test(text) ? Number(text) : refuse(400, "That is no integer");
}

/** A number as JSON writes it. */
export function asNumber(text: string): number {
  return /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(text) ? Number(text) : refuse(400, "That is no number");
}

/** `true` or `false`. */
export function asBoolean(text: string): boolean {
  if (text !== "true" && text !== "false") refuse(400, "That is neither true nor false");
  return text === "true";
}

/** A cookie of a request. */
export function cookie({ headers }: Asked, name: string): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? undefined : unescaped(found.slice(name.length + 1));
}
