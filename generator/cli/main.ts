import { commands } from "./commands.ts";
import type { Command } from "./command.ts";
import { printOverview } from "./help.ts";
import type { ExitCode, Io } from "./io.ts";
import { suggestion } from "./suggestion.ts";
import { tellError } from "./tell-error.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/** Runs `specwright` with these arguments, and gives its exit code. Never throws. */
export async function main(argv: readonly string[], world: Io): Promise<ExitCode> {
  const io = { ...world, debug: argv.includes("--debug") };
  try {
    return await dispatch(argv.filter((argument) => argument !== "--debug"), io);
  } catch (error) {
    return tellError(error, io);
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  switch (name) {
    case undefined:
      io.err(printOverview(commands));
      return 2;
    case "--version":
      io.out(`${version}\n`);
      return 0;
    case "--help":
    case "-h":
      io.out(printOverview(commands));
      return 0;
    case "help":
      return dispatch(["--help", ...rest].slice(0, 2).toReversed(), io);
    default:
      return commandNamed(name).run(rest, io);
  }
}

function commandNamed(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const names = commands.filter((candidate) => !candidate.hidden).map((candidate) => candidate.name);
  const what = name.startsWith("-") ? `A command comes first, not ${name}.` : `No command "${name}".`;
  throw new UsageError(`${what}${suggestion(name, names)}`, `Commands: ${names.join(", ")}. See specwright --help`);
}
