import { parseArgs } from "node:util";
import type { Flag, Flags } from "./command.ts";
import { suggestion } from "./suggestion.ts";
import { UsageError } from "./usage-error.ts";

type Value = string | boolean | readonly string[] | undefined;

/** Flags by name (a boolean one that is not given is `false`, one for several values an empty list) and what stands between them. Throws UsageError. */
export function parseFlags(
  argv: readonly string[],
  flags: Flags,
): { values: Record<string, Value>; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { type, short }]): [string, { type: "boolean" | "string"; short?: string }] => [name, { type: type === "boolean" ? type : "string", ...(short !== undefined && { short }) }]),
  );
  // Not strict: the messages of parseArgs speak of its own options, and it suggests nothing.
  const { tokens, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const values: Record<string, Value> = {};
  for (const [name, { type }] of Object.entries(flags)) values[name] = type === "boolean" ? false : type === "strings" ? [] : undefined;
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const value = valueOf(token, flags);
    const before = values[token.name];
    values[token.name] = Array.isArray(before) ? [...before, String(value)] : value;
  }
  return { values, positionals };
}

type OptionToken = { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined };

function valueOf({ name, rawName, value, inlineValue }: OptionToken, flags: Flags): string | boolean {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (!flag) {
    const names = Object.keys(flags).map((known) => `--${known}`);
    throw new UsageError(`Unknown flag ${rawName}.${suggestion(rawName, names)}`, `Flags: ${names.join(" ")}`);
  }
  if (flag.type === "boolean") {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    return true;
  }
  // `--out --check`: the value was forgotten. A lone `-` is a value: it means stdin or stdout.
  const forgotten = value === undefined || value === "" || (!inlineValue && value.length > 1 && value.startsWith("-"));
  if (forgotten) throw new UsageError(`${rawName} needs a value: --${name} ${flag.value}`);
  if (flag.type === "string") refuseOtherChoices(rawName, value, flag);
  return value;
}

function refuseOtherChoices(rawName: string, value: string, flag: Flag & { type: "string" }): void {
  if (!flag.choices || flag.choices.includes(value)) return;
  throw new UsageError(`${rawName} cannot be "${value}".${suggestion(value, flag.choices)}`, `Choices: ${flag.choices.join(", ")}`);
}
