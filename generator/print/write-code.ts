import type { Printable } from "./printable.ts";
import { writeType } from "./write-type.ts";
import { writeText, type Writer } from "./writer.ts";

/** Writes a piece of code. `newline` is a line end and the indentation behind it. */
export function writeCode(printable: Printable, newline: string, writer: Writer): void {
  if (typeof printable === "string") writeText(printable, newline, writer);
  else if (isList(printable)) writeAll(printable, newline, writer);
  else if ("kind" in printable) writeType(printable, newline, writer);
  else if ("indented" in printable) writeCode(printable.indented, `${newline}  `, writer);
  else writer.parts.push(writer.nameOf(printable));
}

// By index: until it is optimised, a loop over an iterator makes an object for each step.
function writeAll(parts: readonly Printable[], newline: string, writer: Writer): void {
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part !== undefined) writeCode(part, newline, writer);
  }
}

function isList(printable: Printable): printable is readonly Printable[] {
  return Array.isArray(printable);
}
