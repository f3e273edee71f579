import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";

/** What the start of a server takes, and its answers: processor seconds until it listens, its memory then, milliseconds until it has answered. */
export type Start = { readonly seconds: number; readonly megabytes: number; readonly first: number; readonly later: number; readonly megabytesLater: number };

type Told = { port: number; started: { user: number; system: number }; megabytes: number };

/** Starts the server of a module so often, and gives the least of each. A path is asked for again and again. */
export async function measureStart(module: string, path: string, rounds: number): Promise<Start> {
  const all: Start[] = [];
  for (let round = 0; round < rounds; round++) all.push(await startOnce(module, path));
  const least = (figure: (start: Start) => number) => Math.min(...all.map(figure));
  return {
    seconds: least(({ seconds }) => seconds), megabytes: least(({ megabytes }) => megabytes), first: least(({ first }) => first),
    later: least(({ later }) => later), megabytesLater: least(({ megabytesLater }) => megabytesLater),
  };
}

async function startOnce(module: string, path: string): Promise<Start> {
  const child = fork(fileURLToPath(new URL("../server/serve.mjs", import.meta.url)), [module], { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const { port, started } = await told(child);
    const { megabytes } = await ask(child);
    // The first request of this process would be slow wherever it went.
    await took(agent, port, "/nowhere/at/all");
    const first = await took(agent, port, path);
    const times: number[] = [];
    for (let count = 0; count < 2000; count++) times.push(await took(agent, port, path));
    const { megabytes: megabytesLater } = await ask(child);
    const later = times.slice(1000).sort((one, other) => one - other)[500] ?? Number.NaN;
    return { seconds: (started.user + started.system) / 1e6, megabytes, first, later, megabytesLater };
  } finally {
    agent.destroy();
    child.kill();
  }
}

function ask(child: ChildProcess): Promise<Told> {
  child.send("usage");
  return told(child);
}

async function told(child: ChildProcess): Promise<Told> {
  const [message]: Told[] = await once(child, "message");
  if (message === undefined) throw new Error("a server told nothing");
  return message;
}

/** Milliseconds from the request to the end of its answer. */
async function took(agent: Agent, port: number, path: string): Promise<number> {
  const began = performance.now();
  const [response] = await once(get({ agent, port, host: "127.0.0.1", path, headers: { accept: "application/json" } }), "response");
  response.resume();
  await once(response, "end");
  if (response.statusCode >= 500) throw new Error(`${path} was answered with ${response.statusCode}`);
  return performance.now() - began;
}
