import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { prismProgram } from "./prism-program.ts";

/** What Prism is asked for: a body of the document under `key`. */
export type PrismQuestion = { readonly key: string; readonly document: () => JsonObject; readonly mock: { readonly dynamic: boolean; readonly exampleKey?: string; readonly seed?: string } };

/** `failing`: it is not there, and not tried again. */
export type PrismState = "starting" | "running" | "restarting" | "failing" | "off";

/** Prism in a process of its own. */
export type Prism = {
  readonly state: () => PrismState;
  readonly restarts: () => number;
  readonly pid: () => number | undefined;
  /** The body that Prism makes; `undefined` where it makes none, takes too long, or is not there. Never rejects. */
  readonly ask: (question: PrismQuestion) => Promise<Json | undefined>;
  readonly close: () => void;
};

/**
 * Starts Prism, and again whenever it ends, ever later the more often it does. `log` is told. `patience` says how many milliseconds an answer
 * may take.
 */
export function startPrism(log: (line: string) => void, patience = () => 2_000): Prism {
  const run = new PrismRun(log, patience);
  run.start();
  return { state: () => run.state, restarts: () => run.restarts, pid: () => run.pid, ask: (question) => run.ask(question), close: () => run.close() };
}

/** More questions at a time would only wait for each other. */
const mostWaiting = 64;
const mostFailures = 10;
/** Who has run for so long does not fail for the same reason again and again. */
const longRun = 60_000;
/** What Prism has been told it never forgets: of documents that are reloaded all day, this is enough. */
const mostDocuments = 5_000;

type Waiting = { readonly key: string; readonly settle: (body: Json | undefined) => void };

class PrismRun {
  state: PrismState = "starting";
  restarts = 0;
  readonly #log: (line: string) => void;
  readonly #patience: () => number;
  readonly #waiting = new Map<number, Waiting>();
  /** How often Prism has died or kept silent over a document. One that does it twice is not asked again. */
  readonly #harm = new Map<string, number>();
  #child: ChildProcess | undefined;
  #told = new Set<string>();
  #heard = 0;
  #began = 0;
  #failures = 0;
  #next = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(log: (line: string) => void, patience: () => number) {
    this.#log = log;
    this.#patience = patience;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const library = createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json");
    const child = spawn(process.execPath, ["-e", prismProgram, library], { stdio: ["ignore", "ignore", "ignore", "ipc"], serialization: "json" });
    this.#child = child;
    this.#began = Date.now();
    this.#told = new Set();
    child.on("message", (message: Json) => this.#receive(message));
    child.on("error", () => this.#ended(child));
    child.on("exit", () => this.#ended(child));
    process.once("exit", this.#kill);
  }

  ask({ key, document, mock }: PrismQuestion): Promise<Json | undefined> {
    const child = this.#child;
    if (this.state !== "running" || child === undefined || this.#waiting.size >= mostWaiting || (this.#harm.get(key) ?? 0) > 1) return Promise.resolve(undefined);
    if (this.#waiting.size === 0) this.#heard = Date.now();
    const id = this.#next++;
    const isNew = !this.#told.has(key);
    if (isNew && this.#told.size >= mostDocuments && this.#waiting.size === 0) this.#kill();
    this.#told.add(key);
    const patience = this.#patience();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#tooSlow(id, patience), patience);
      const settle = (body: Json | undefined) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(body);
      };
      this.#waiting.set(id, { key, settle });
      child.send({ id, key, mock, ...(isNew && { document: document() }) }, (error) => (error === null ? undefined : settle(undefined)));
    });
  }

  close(): void {
    this.state = "off";
    clearTimeout(this.#timer);
    process.removeListener("exit", this.#kill);
    this.#kill();
    this.#giveUp();
  }

  readonly #kill = () => void this.#child?.kill("SIGKILL");

  #receive(message: Json): void {
    if (!isObject(message)) return;
    this.#heard = Date.now();
    if (message["ready"] === true && this.state !== "off") this.state = "running";
    const id = member(message, "id");
    if (typeof id === "number") this.#waiting.get(id)?.settle(member(message, "body"));
  }

  /** A process that has answered nothing at all in the time is busy with this, and would not answer anything else either. */
  #tooSlow(id: number, patience: number): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    if (Date.now() - this.#heard < patience - 50) return waiting.settle(undefined);
    this.#harm.set(waiting.key, (this.#harm.get(waiting.key) ?? 0) + 1);
    waiting.settle(undefined);
    this.#kill();
  }

  #ended(child: ChildProcess): void {
    if (child !== this.#child || this.state === "off") return;
    this.#child = undefined;
    process.removeListener("exit", this.#kill);
    for (const key of new Set(Array.from(this.#waiting.values(), (waiting) => waiting.key))) this.#harm.set(key, (this.#harm.get(key) ?? 0) + 1);
    this.#giveUp();
    this.#failures = Date.now() - this.#began > longRun ? 1 : this.#failures + 1;
    this.state = this.#failures > mostFailures ? "failing" : "restarting";
    if (this.state === "failing") return this.#log("Prism ends again and again; bodies are made from the document without it.");
    this.#timer = setTimeout(() => this.start(), 50 * 2 ** this.#failures);
    this.restarts++;
    this.#log("Prism has ended and is started again; meanwhile bodies are made without it.");
  }

  /** Whoever waits is not kept waiting: bodies can be made without Prism. */
  #giveUp(): void {
    for (const { settle } of [...this.#waiting.values()]) settle(undefined);
  }
}
