import type { Json } from "../json.ts";

/** How a language writes JSON values. */
export type Syntax = {
  string(text: string): string;
  key(name: string): string;
  /** One level of indentation. */
  step: string;
  words: { null: string; true: string; false: string };
  /** What stands around the members of an object, and between name and value. */
  object(names: readonly string[]): { open: string; between: string; close: string; empty: string };
};

/** A JSON value as code: on one line where that is short, else one line for each member. */
export function literal(value: Json, syntax: Syntax, indent = ""): string {
  const line = oneLine(value, syntax);
  return line.length + indent.length <= 80 ? line : severalLines(value, syntax, indent);
}

function oneLine(value: Json, syntax: Syntax): string {
  if (Array.isArray(value)) return `[${value.map((item) => oneLine(item, syntax)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalar(value, syntax);
  const members = Object.entries(value);
  const { open, between, close, empty } = syntax.object(members.map(([name]) => name));
  const space = open.endsWith("[") ? "" : " ";
  return members.length === 0 ? empty : `${open}${space}${members.map(([name, member]) => `${syntax.key(name)}${between}${oneLine(member, syntax)}`).join(", ")}${space}${close}`;
}

function severalLines(value: Json, syntax: Syntax, indent: string): string {
  const inner = indent + syntax.step;
  if (Array.isArray(value)) return `[\n${value.map((item) => `${inner}${literal(item, syntax, inner)},\n`).join("")}${indent}]`;
  if (typeof value !== "object" || value === null) return scalar(value, syntax);
  const members = Object.entries(value);
  const { open, between, close } = syntax.object(members.map(([name]) => name));
  return `${open}\n${members.map(([name, member]) => `${inner}${syntax.key(name)}${between}${literal(member, syntax, inner)},\n`).join("")}${indent}${close}`;
}

function scalar(value: string | number | boolean | null, { string, words }: Syntax): string {
  if (typeof value === "string") return string(value);
  if (typeof value === "number") return String(value);
  return value === null ? words.null : value ? words.true : words.false;
}
