import type { Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";

/** An object, a list or a value as code, and how long it is on its line: `Infinity` where it takes several. */
export type LiteralCode = { code: Printable; length: number };

/** A value whose code is text on one line: `"pet"`, `true`, `12`. */
export function textCode(text: string): LiteralCode {
  return { code: text, length: text.length };
}

/** `key: value` as the member of an object. */
export function memberCode(key: string, { code, length }: LiteralCode): LiteralCode {
  return { code: typeof code === "string" ? `${key}: ${code}` : [`${key}: `, code], length: key.length + 2 + length };
}

/** The same, with its literals as types: TypeScript forgets them in a member that is called as one of every object. */
export function asConstant({ code, length }: LiteralCode): LiteralCode {
  return { code: [code, " as const"], length: length + 9 };
}

/** Members in braces: on one line where they fit there, else on one each. */
export function objectCode(members: readonly LiteralCode[]): LiteralCode {
  return members.length === 0 ? textCode("{}") : enclosed("{ ", members, " }");
}

/** Items in brackets: on one line where they fit there, else on one each. */
export function listCode(items: readonly LiteralCode[]): LiteralCode {
  return enclosed("[", items, "]");
}

function enclosed(open: string, items: readonly LiteralCode[], close: string): LiteralCode {
  let length = 0;
  for (const item of items) length += item.length;
  if (length > longest) return { code: [open.trimEnd(), { indented: items.map(({ code }) => lineOf(code)) }, "\n", close.trimStart()], length: Infinity };
  const whole = length + open.length + close.length + 2 * Math.max(items.length - 1, 0);
  const codes = items.map(({ code }) => code);
  return { code: codes.every(isText) ? `${open}${codes.join(", ")}${close}` : [open, separated(codes, ", "), close], length: whole };
}

const longest = 100;

function lineOf(code: Printable): Printable {
  return typeof code === "string" ? `\n${code},` : ["\n", code, ","];
}

function isText(code: Printable): boolean {
  return typeof code === "string";
}
