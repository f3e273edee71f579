import type { FileName } from "./file-name.ts";
import { stringLiteral } from "./literal.ts";

/**
 * A type of TypeScript as data. Made by the functions below, which keep it simple: `unknown` swallows a union,
 * `never` leaves it, a union inside a union is part of it, and nothing is said twice.
 */
export type TypeExpression =
  | { kind: "keyword"; keyword: Keyword }
  | { kind: "literal"; type: "string" | "number" | "boolean"; text: string }
  | { kind: "name"; name: FileName }
  | { kind: "inherited"; name: string }
  | { kind: "array"; item: TypeExpression }
  | { kind: "tuple"; items: { type: TypeExpression; optional: boolean }[]; rest: TypeExpression | undefined }
  | { kind: "object"; members: ObjectMember[]; index: TypeExpression | undefined }
  | { kind: "union" | "intersection"; members: TypeExpression[] };

export type Keyword = "unknown" | "never" | "null" | "undefined" | "string" | "number" | "boolean" | "Blob";

/** `/** text *\/ name?: type`; `doc` is a whole comment with its line end, or "". */
export type ObjectMember = { name: string; optional: boolean; type: TypeExpression; doc: string };

export const unknown = keyword("unknown");
export const never = keyword("never");

/** The type that a word of the language names: `string`. */
export function keyword(name: Keyword): TypeExpression {
  return { kind: "keyword", keyword: name };
}

/** The type of exactly this text, number or boolean. */
export function literal(value: string | number | boolean): TypeExpression {
  if (typeof value === "string") return { kind: "literal", type: "string", text: stringLiteral(value) };
  if (typeof value === "boolean") return { kind: "literal", type: "boolean", text: String(value) };
  // What is beyond a double has no literal.
  return Number.isFinite(value) ? { kind: "literal", type: "number", text: String(value) } : keyword("number");
}

/** Any one of the members: `string | null`. */
export function union(members: readonly TypeExpression[]): TypeExpression {
  if (members.length === 1 && members[0] !== undefined) return members[0];
  const flat = distinct(flatten(members, "union"));
  if (flat.some(isUnknown)) return unknown;
  const kept = withoutLiteralsOf(flat.filter((member) => !isNever(member)));
  return kept.length === 0 ? never : kept.length === 1 && kept[0] !== undefined ? kept[0] : { kind: "union", members: kept };
}

/** All of the members at once: `Pet & { name: string }`. */
export function intersection(members: readonly TypeExpression[]): TypeExpression {
  if (members.length === 1 && members[0] !== undefined) return members[0];
  const flat = distinct(flatten(members, "intersection"));
  if (flat.some(isNever)) return never;
  const kept = withoutWider(flat.filter((member) => !isUnknown(member)));
  return kept.length === 0 ? unknown : kept.length === 1 && kept[0] !== undefined ? kept[0] : { kind: "intersection", members: kept };
}

function flatten(members: readonly TypeExpression[], kind: "union" | "intersection"): TypeExpression[] {
  const flat: TypeExpression[] = [];
  for (const member of members) {
    if (member.kind === kind) flat.push(...member.members);
    else flat.push(member);
  }
  return flat;
}

/** Whether every value is allowed. */
export function isUnknown(type: TypeExpression): boolean {
  return type.kind === "keyword" && type.keyword === "unknown";
}

/** Whether no value is allowed. */
export function isNever(type: TypeExpression): boolean {
  return type.kind === "keyword" && type.keyword === "never";
}

/** Without those that are said already; objects are compared only by identity, which is what repeats in practice. */
function distinct(members: TypeExpression[]): TypeExpression[] {
  if (members.length < 2) return members;
  const seen = new Set<TypeExpression | string>();
  return members.filter((member) => {
    const key = keyOf(member);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

// No two of these kinds of text are alike: literals have quotes or digits, names begin with a capital or `_`.
function keyOf(type: TypeExpression): TypeExpression | string {
  if (type.kind === "keyword") return type.keyword;
  if (type.kind === "literal") return type.text;
  return type.kind === "name" ? type.name.name : type;
}

/** `string | "a"` is `string`. */
function withoutLiteralsOf(members: TypeExpression[]): TypeExpression[] {
  if (members.length < 2 || !members.some(({ kind }) => kind === "literal")) return members;
  const whole = new Set(members.map((member) => (member.kind === "keyword" ? member.keyword : "")));
  return members.filter((member) => member.kind !== "literal" || !whole.has(member.type));
}

/** `string & ("a" | "b")` is `"a" | "b"`. */
function withoutWider(members: TypeExpression[]): TypeExpression[] {
  if (members.length < 2) return members;
  return members.filter((member) => {
    if (member.kind !== "keyword") return true;
    return !members.some((other) => other !== member && isLiteralOf(other, member.keyword));
  });
}

function isLiteralOf(type: TypeExpression, wide: Keyword): boolean {
  if (type.kind === "literal") return type.type === wide;
  return type.kind === "union" && type.members.every((member) => isLiteralOf(member, wide));
}
