import type { Command, CommandDefinition, Flags, FlagValues } from "./command.ts";
import { printHelp } from "./help.ts";
import type { ExitCode, Io } from "./io.ts";
import { parseFlags } from "./parse-flags.ts";
import { UsageError } from "./usage-error.ts";

/** A command whose `run` gets the flags typed by their definition. `--help` is answered for it. */
export function defineCommand<const F extends Flags>(definition: CommandDefinition<F>): Command {
  const command: Command = { ...definition, run };
  return command;

  async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
    const { values, positionals } = parseFlags(argv, { ...definition.flags, ...help });
    if (values["help"] === true) {
      io.out(printHelp(command));
      return 0;
    }
    const surplus = positionals[definition.positionals.length];
    if (surplus !== undefined) throw new UsageError(`One argument too many: ${surplus}`, `See specwright ${definition.name} --help`);
    if (!areValuesOf(definition.flags, values)) throw new Error("parseFlags gave a value of the wrong type");
    return definition.run({ flags: values, positionals }, io);
  }
}

const help = { help: { type: "boolean", short: "h", help: "Show this help" } } as const satisfies Flags;

function areValuesOf<F extends Flags>(flags: F, values: Record<string, unknown>): values is FlagValues<F> {
  return Object.entries(flags).every(([name, flag]) => {
    const value = values[name];
    if (flag.type === "boolean") return typeof value === "boolean";
    if (flag.type === "strings") return Array.isArray(value);
    return value === undefined || (typeof value === "string" && (flag.choices?.includes(value) ?? true));
  });
}
