import type { Printable } from "../../print/printable.ts";
import { spansLines } from "../call/spans-lines.ts";
import { jsonLiteral, memberKey } from "../validate/json-literal.ts";
import { asConstant, listCode, type LiteralCode, memberCode, objectCode, textCode } from "../validate/literal-code.ts";
import { lengthOf } from "../validate/print-condition.ts";

/** Data with code in it: what is printed as an object literal. Members that are `undefined` are left out. */
export type Data = string | number | boolean | null | undefined | Code | Plain | readonly Data[] | { readonly [name: string]: Data };

class Code {
  readonly code: Printable;

  constructor(printable: Printable) {
    this.code = printable;
  }
}

/** Data of which nothing is known, and which is read only when it is printed: examples may be large. */
class Plain {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** A piece of code as a part of data. */
export function codeInData(printable: Printable): Data {
  return new Code(printable);
}

/** A value that is plain data, such as an example of a document. */
export function dataOf(value: unknown): Data {
  return value === undefined ? undefined : new Plain(value);
}

/** Data as an expression of TypeScript: on one line where it fits there. */
export function dataCode(data: Data): Printable {
  return literalOf(data).code;
}

function literalOf(data: unknown): LiteralCode {
  if (data instanceof Code) return { code: data.code, length: spansLines(data.code) ? Infinity : lengthOf(data.code) };
  if (data instanceof Plain) return literalOf(data.value);
  if (Array.isArray(data)) return listCode(data.map(literalOf));
  if (typeof data !== "object" || data === null) return textCode(jsonLiteral(isScalar(data) ? data : null));
  const members: LiteralCode[] = [];
  for (const [name, value] of Object.entries(data)) if (value !== undefined) members.push(memberCode(memberKey(name), memberValue(name, value)));
  return objectCode(members);
}

/** Of a member that is called as one of every object TypeScript believes that it is that one, and forgets which literals are in it. */
function memberValue(name: string, value: unknown): LiteralCode {
  const isLiteral = typeof value === "object" && value !== null && !(value instanceof Code);
  return isLiteral && name in Object.prototype ? asConstant(literalOf(value)) : literalOf(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
