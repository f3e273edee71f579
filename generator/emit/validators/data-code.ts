import type { Printable } from "../../print/printable.ts";
import { spansLines } from "../call/spans-lines.ts";
import { jsonLiteral, memberKey } from "../validate/json-literal.ts";
import { asConstant, listCode, type LiteralCode, memberCode, objectCode, textCode } from "../validate/literal-code.ts";
import { lengthOf } from "../validate/print-condition.ts";

/** Data with code in it: what is printed as an object literal. Members that are `undefined` are left out. */
export type Data = string | number | boolean | null | undefined | Code | readonly Data[] | { readonly [name: string]: Data };

class Code {
  readonly code: Printable;

  constructor(printable: Printable) {
    this.code = printable;
  }
}

/** A piece of code as a part of data. */
export function codeInData(printable: Printable): Data {
  return new Code(printable);
}

/** A value that is plain data, such as an example of a document. */
export function dataOf(value: unknown): Data {
  if (Array.isArray(value)) return value.map(dataOf);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, dataOf(member)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null ? value : undefined;
}

/** Data as an expression of TypeScript: on one line where it fits there. */
export function dataCode(data: Data): Printable {
  return literalOf(data).code;
}

function literalOf(data: Data): LiteralCode {
  if (data instanceof Code) return { code: data.code, length: spansLines(data.code) ? Infinity : lengthOf(data.code) };
  if (isList(data)) return listCode(data.map(literalOf));
  if (data === null || data === undefined || typeof data !== "object") return textCode(jsonLiteral(data ?? null));
  const members: LiteralCode[] = [];
  for (const [name, value] of Object.entries(data)) if (value !== undefined) members.push(memberCode(memberKey(name), memberValue(name, value)));
  return objectCode(members);
}

/** Of a member that is called as one of every object TypeScript believes that it is that one, and forgets which literals are in it. */
function memberValue(name: string, value: Data): LiteralCode {
  const literal = literalOf(value);
  const isLiteral = !(value instanceof Code) && typeof value === "object" && value !== null;
  return isLiteral && name in Object.prototype ? asConstant(literal) : literal;
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
