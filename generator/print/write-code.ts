import type { Printable } from "./printable.ts";
import { writeType } from "./write-type.ts";
import { writeText, type Writer } from "./writer.ts";

/** Writes a piece of code. `newline` is a line end and the indentation behind it. */
export function writeCode(printable: Printable, newline: string, writer: Writer): void {
  if (typeof printable === "string") writeText(printable, newline, writer);
  else if (isList(printable)) for (const part of printable) writeCode(part, newline, writer);
  else if ("kind" in printable) writeType(printable, newline, writer);
  else if ("indented" in printable) writeCode(printable.indented, `${newline}  `, writer);
  else writer.parts.push(writer.nameOf(printable));
}

function isList(printable: Printable): printable is readonly Printable[] {
  return Array.isArray(printable);
}
