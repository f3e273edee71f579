import { buffer } from "node:stream/consumers";

/** Everything a command may touch of the world outside: so that a test can hand it another one. */
export type Io = {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The product, on stdout. */
  out(text: string): void;
  /** The talk, on stderr. */
  err(text: string): void;
  /** Whether each of the two is a terminal that wants colour. */
  colour: { out: boolean; err: boolean };
  /** `--debug`: the stack of a bug is shown. */
  debug: boolean;
  /** The words that start this program again: Node, its flags, and our file. */
  program: readonly string[];
  stdin(): Promise<string>;
  /** Settles when the person presses Ctrl-C, or the process is asked to end. */
  interrupted(): Promise<void>;
};

/** 0 clean · 1 findings · 2 wrong usage, unreadable input or config · 3 a bug of ours. */
export type ExitCode = 0 | 1 | 2 | 3;


/** The Io of the running process. */
export function processIo(): Io {
  // `specwright generate --out - | head` closes our stdout early. That is no error.
  process.stdout.on("error", (error) => {
    if (!("code" in error) || error.code !== "EPIPE") throw error;
    process.exit();
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: { out: wantsColour(process.stdout), err: wantsColour(process.stderr) },
    debug: false,
    program: [process.execPath, ...process.execArgv, process.argv[1] ?? ""],
    stdin: async () => (await buffer(process.stdin)).toString("utf8"),
    interrupted: () =>
      new Promise((resolve) => {
        process.once("SIGINT", resolve);
        process.once("SIGTERM", resolve);
      }),
  };
}

/** https://no-color.org: set and not empty means no. */
function wantsColour(stream: { isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
}
