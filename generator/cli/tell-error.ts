import { printable } from "./format/printable.ts";
import type { ExitCode, Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/** Says what was thrown: wrong usage in its own words (2), and everything else as a bug of ours (3). */
export function tellError(error: unknown, io: Io): ExitCode {
  return error instanceof UsageError ? tellUsage(error, io) : tellBug(error, io);
}

function tellUsage(error: UsageError, io: Io): ExitCode {
  io.err(`${printable(error.message)}\n`);
  if (error.help !== undefined) io.err(`${printable(error.help)}\n`);
  return 2;
}

function tellBug(error: unknown, io: Io): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  io.err(`A bug in Specwright ${version}: ${printable(message)}\n`);
  io.err("Please report it, with the command and, if you can, the document: no document should do this.\n");
  if (io.debug && error instanceof Error) io.err(`${printable(error.stack ?? "")}\n`);
  else io.err("Run it again with --debug for the stack.\n");
  return 3;
}
