import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** How a server that looks at nothing answers: always the same, but for requests of one operation. */
export type Answering = { readonly answer: { readonly status: number; readonly body: string }; readonly fault?: { readonly method: string; readonly pattern: string; readonly status: number } };

/** A server that does nothing, in a process of its own. */
export type IdleServer = {
  readonly port: number;
  readonly answerAs: (answering: Answering) => Promise<void>;
  /** When the first request came since it was told how to answer, in milliseconds since 1970. */
  readonly first: () => number | undefined;
  readonly close: () => void;
};

type Told = { readonly port?: number; readonly first?: number; readonly ready?: true };

/** Starts a server that does nothing. */
export async function startIdleServer(): Promise<IdleServer> {
  const child = fork(fileURLToPath(new URL("./do-nothing.mjs", import.meta.url)), { execArgv: [] });
  let first: number | undefined;
  child.on("message", (told: Told) => void (first = told.first ?? first));
  const { port } = await toldBy(child, (told) => told.port !== undefined);
  if (port === undefined) throw new Error("a server told no port");
  return {
    port,
    answerAs: async (answering) => {
      const ready = toldBy(child, (told) => told.ready === true);
      child.send(answering);
      await ready;
      first = undefined;
    },
    first: () => first,
    close: () => child.kill(),
  };
}

async function toldBy(child: ChildProcess, isMeant: (told: Told) => boolean): Promise<Told> {
  for (;;) {
    const [told]: Told[] = await once(child, "message");
    if (told !== undefined && isMeant(told)) return told;
  }
}
