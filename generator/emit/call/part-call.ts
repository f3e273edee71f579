import type { FileName } from "../../print/file-name.ts";
import { stringLiteral } from "../../print/literal.ts";
import { code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { runtimeValue } from "./runtime-name.ts";

/** The call that makes a part of a request: `deepObject("filter")`. */
export type PartCall = { made: FileName; args: readonly PartArgument[] };

/** What a part is told: text of the document, a flag, code of ours, other parts in a list or by name; or nothing. */
export type PartArgument = string | boolean | undefined | { code: string } | { list: readonly PartCall[] } | { rows: readonly (readonly [string, PartCall])[] };

/** A call of what a file of the runtime exports. Arguments at the end that say nothing are left out. */
export function partCall(file: string, name: string, args: readonly PartArgument[]): PartCall {
  const last = args.findLastIndex((argument) => argument !== undefined && argument !== false);
  return { made: runtimeValue(file, name), args: args.slice(0, last + 1) };
}

/** Its code. A bundler leaves out what is `pure` where nobody uses it. */
export function printPart({ made, args }: PartCall, { pure }: { pure: boolean }): Printable {
  const part = (call: PartCall): Printable => printPart(call, { pure });
  const printed = args.map((argument): Printable => {
    if (typeof argument === "string") return stringLiteral(argument);
    if (typeof argument !== "object") return String(argument);
    if ("code" in argument) return argument.code;
    if ("list" in argument) return code`[${separated(argument.list.map(part), ", ")}]`;
    return code`{ ${separated(argument.rows.map(([key, call]) => code`${stringLiteral(key)}: ${part(call)}`), ", ")} }`;
  });
  return code`${pure ? "/*@__PURE__*/ " : ""}${made}(${separated(printed, ", ")})`;
}
