import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { routes, type Exchange, type RouteName } from "./requests.ts";

/** A server in a process of its own. */
export type Running = { readonly child: ChildProcess; readonly port: number; readonly startSeconds: number };

/** What a server used in a turn of requests. */
export type Turn = { readonly microseconds: number; readonly perSecond: number };

/** One server beside another: the median of the ratios of turns that follow each other, with its quartiles, and the least of each. */
export type Pair = { readonly ratio: number; readonly least: number; readonly most: number; readonly microseconds: number; readonly speed: number };

/** How many turns of how many requests, after how many that do not count; a server that is checked has to refuse an invalid request. */
export type Measure = { readonly turns: number; readonly count: number; readonly warmUp: number; readonly isChecked: boolean };

/** What two servers took in turns that follow each other. */
export type TurnPair = readonly [one: Turn, other: Turn];

/** What processes tell each other. */
type Usage = { cpu: { user: number; system: number }; megabytes: number; heap: number };

/** Starts the server that a module, which is JavaScript, has for a route. */
export async function startServer(module: string, route: RouteName): Promise<Running> {
  const child = fork(fileURLToPath(new URL("./serve.mjs", import.meta.url)), [module, route], { execArgv: ["--expose-gc"], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const { port, started } = await answer<{ port: number; started: Usage["cpu"] }>(child);
  return { child, port, startSeconds: (started.user + started.system) / 1e6 };
}

/** Starts what sends requests. */
export function startLoad(): ChildProcess {
  return fork(fileURLToPath(new URL("./load.mjs", import.meta.url)), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

/** Sends requests to one server and to the other in turns. */
export async function measurePair(load: ChildProcess, server: Running, reference: Running, route: RouteName, { turns, count, warmUp, isChecked }: Measure): Promise<TurnPair[]> {
  const { sent, invalid } = routes[route];
  for (const one of [server, reference]) {
    if (isChecked || one === reference) await takeTurn(load, one, invalid, 1);
    await takeTurn(load, one, sent, warmUp);
  }
  const pairs: TurnPair[] = [];
  for (let turn = 0; turn < turns; turn++) {
    // Who begins changes, so that what else the machine does meets both alike.
    const first = await takeTurn(load, turn % 2 === 0 ? server : reference, sent, count);
    const second = await takeTurn(load, turn % 2 === 0 ? reference : server, sent, count);
    pairs.push(turn % 2 === 0 ? [first, second] : [second, first]);
  }
  return pairs;
}

/** Compares the processor time that both took per request. */
export function comparePairs(pairs: readonly TurnPair[]): Pair {
  const ratios = pairs.map(([one, other]) => one.microseconds / other.microseconds).sort((one, other) => one - other);
  const at = (share: number) => ratios[Math.round(share * (ratios.length - 1))] ?? Number.NaN;
  return {
    ratio: at(0.5), least: at(0.25), most: at(0.75),
    microseconds: Math.min(...pairs.map(([{ microseconds }]) => microseconds)),
    speed: Math.max(...pairs.map(([{ perSecond }]) => perSecond)),
  };
}

/** What a server's memory is after this many requests: megabytes in all, and on the heap when its garbage is gone. */
export async function memoryAfter(load: ChildProcess, server: Running, route: RouteName, count: number): Promise<Usage> {
  await takeTurn(load, server, routes[route].sent, count);
  return ask<Usage>(server.child, "memory");
}

async function takeTurn(load: ChildProcess, { child, port }: Running, { request, status }: Exchange, count: number): Promise<Turn> {
  const before = await ask<Usage>(child, "usage");
  const { seconds, others } = await ask<{ seconds: number; others: number }>(load, { port, request, status, count });
  const after = await ask<Usage>(child, "usage");
  if (others > 0) throw new Error(`${others} of ${count} requests were not answered with ${status}`);
  const used = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system;
  return { microseconds: used / count, perSecond: count / seconds };
}

function ask<Answer>(child: ChildProcess, question: string | object): Promise<Answer> {
  const told = answer<Answer>(child);
  child.send(question);
  return told;
}

async function answer<Answer>(child: ChildProcess): Promise<Answer> {
  if (!child.connected) throw new Error(`a process ended with ${child.exitCode ?? child.signalCode}`);
  const ended = new AbortController();
  const exit = once(child, "exit", { signal: ended.signal }).then(([code]) => {
    throw new Error(`a process ended with ${code}`);
  });
  try {
    const [told] = await Promise.race([once(child, "message", { signal: ended.signal }), exit]);
    return told;
  } finally {
    exit.catch(() => {});
    ended.abort();
  }
}
