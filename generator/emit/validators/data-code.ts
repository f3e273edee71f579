import type { Printable } from "../../print/printable.ts";
import { code } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { spansLines } from "../call/spans-lines.ts";
import { jsonLiteral, memberKey } from "../validate/json-literal.ts";
import { isLonger } from "../validate/print-condition.ts";

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
  if (data instanceof Code) return data.code;
  if (isList(data)) return enclosed("[", data.map(dataCode), "]");
  if (data === null || data === undefined || typeof data !== "object") return jsonLiteral(data ?? null);
  const members = Object.entries(data).flatMap(([name, value]) => (value === undefined ? [] : [code`${memberKey(name)}: ${memberCode(name, value)}`]));
  return members.length === 0 ? "{}" : enclosed("{ ", members, " }");
}

/** Of a member that is called as one of every object TypeScript believes that it is that one, and forgets which literals are in it. */
function memberCode(name: string, value: Data): Printable {
  const isLiteral = !(value instanceof Code) && typeof value === "object" && value !== null;
  return isLiteral && name in Object.prototype ? [dataCode(value), " as const"] : dataCode(value);
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

function enclosed(open: string, items: readonly Printable[], close: string): Printable {
  if (!items.some(spansLines) && !isLonger(items, 100)) return [open, separated(items, ", "), close];
  return [open.trim(), { indented: items.map((item) => ["\n", item, ","]) }, "\n", close.trim()];
}
