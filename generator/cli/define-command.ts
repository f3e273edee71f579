import type { Io, ExitCode } from "./io.ts";
import { printHelp } from "./help.ts";
import { parseFlags } from "./parse-flags.ts";
import { UsageError } from "./usage-error.ts";

/** `{ type: "string", value: "DIR", help: "Folder to write to" }` is `--out DIR`. */
export type Flag = { help: string; short?: string } & (
  | { type: "boolean" }
  | { type: "string"; value: string; choices?: readonly string[] }
);

/** The flags of a command by name, without the dashes. */
export type Flags = { readonly [name: string]: Flag };

/** What a command gets of its flags: `{ check: boolean; out: string | undefined; format: "json" | "github" | undefined }`. */
export type FlagValues<F extends Flags> = {
  [Name in keyof F]: F[Name] extends { type: "boolean" }
    ? boolean
    : F[Name] extends { choices: readonly (infer Choice)[] }
      ? Choice | undefined
      : string | undefined;
};

/** A command as a person defines it: data, and what it does. */
export type CommandDefinition<F extends Flags> = {
  name: string;
  summary: string;
  /** Names of the positional arguments, each of them optional: `["DOC"]`. */
  positionals: readonly string[];
  /** What the positionals may be, for the help text. */
  about?: string;
  flags: F;
  /** Not listed in the help text. */
  hidden?: boolean;
  run(given: { flags: FlagValues<F>; positionals: string[] }, io: Io): Promise<ExitCode>;
};

/** A command as the dispatcher and the help text see it. */
export type Command = Omit<CommandDefinition<Flags>, "run"> & { run(argv: readonly string[], io: Io): Promise<ExitCode> };

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
    return value === undefined || (typeof value === "string" && (flag.choices?.includes(value) ?? true));
  });
}
