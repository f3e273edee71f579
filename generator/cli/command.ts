import type { ExitCode, Io } from "./io.ts";

/** `{ type: "string", value: "DIR", help: "Folder to write to" }` is `--out DIR`. */
export type Flag = { help: string; short?: string } & (
  | { type: "boolean" }
  | { type: "string"; value: string; choices?: readonly string[] }
  /** May be given several times. */
  | { type: "strings"; value: string }
);

/** The flags of a command by name, without the dashes. */
export type Flags = { readonly [name: string]: Flag };

/** What a command gets of its flags: `{ check: boolean; out: string | undefined; format: "json" | "github" | undefined }`. */
export type FlagValues<F extends Flags> = {
  [Name in keyof F]: F[Name] extends { type: "boolean" }
    ? boolean
    : F[Name] extends { type: "strings" }
      ? readonly string[]
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
