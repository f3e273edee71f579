import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Readable, Writable } from "node:stream";

/** The Chromium on the PATH, if there is one. */
export const chromium = ["chromium", "chromium-browser", "google-chrome", "chrome"]
  .flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)))
  .find((path) => existsSync(path));

/** Without a window, and without a word to anybody but the page. */
export const quiet = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars",
];

/** A page of a browser of its own, spoken to by the Chrome DevTools Protocol. */
export type BrowserPage = {
  open(url: string): Promise<void>;
  /** The value of an expression in the page; a promise is waited for. */
  evaluate(expression: string): Promise<unknown>;
  /** What the expression says once it is true. */
  until(expression: string): Promise<unknown>;
  resize(width: number, height: number, colours?: "light" | "dark"): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** URLs that the page has asked for, and what it has complained of. */
  requests: string[];
  complaints: string[];
  close(): Promise<void>;
};

/** Opens a browser with an empty page. */
export async function openBrowser(): Promise<BrowserPage> {
  const profile = mkdtempSync(join(tmpdir(), "specwright-browser-"));
  // A process group of its own, so that it can be stopped with all that it has started. Streams 3 and 4 are the protocol's.
  const browser = spawn(chromium ?? "", [...quiet, "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"], detached: true });
  const { call, events } = protocolOf(browser);
  const targets = await call("Target.getTargets", {});
  const page = targets.targetInfos?.find(({ type }) => type === "page");
  const { sessionId = "" } = await call("Target.attachToTarget", { targetId: page?.targetId, flatten: true });
  const send = (method: string, params: object = {}) => call(method, params, sessionId);
  const requests: string[] = [];
  const complaints: string[] = [];
  events.on("Network.requestWillBeSent", ({ request }: { request: { url: string } }) => void requests.push(request.url));
  events.on("Log.entryAdded", ({ entry }: { entry: { text: string } }) => void complaints.push(entry.text));
  events.on("Runtime.exceptionThrown", ({ exceptionDetails }: { exceptionDetails: { text: string } }) => void complaints.push(exceptionDetails.text));
  for (const domain of ["Page", "Runtime", "Network", "Log"]) await send(`${domain}.enable`);

  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails !== undefined) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result?.value;
  }

  return {
    requests, complaints, evaluate,
    async open(url) {
      const loaded = once(events, "Page.loadEventFired");
      await send("Page.navigate", { url });
      await loaded;
    },
    async until(expression) {
      for (let tries = 0; tries < 200; tries++) {
        const value = await evaluate(expression);
        if (value) return value;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`It never came to be: ${expression}`);
    },
    async resize(width, height, colours = "light") {
      await send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
      await send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: colours }] });
    },
    async screenshot() {
      const { data = "" } = await send("Page.captureScreenshot", { format: "png" });
      return Buffer.from(data, "base64");
    },
    async close() {
      if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null) {
        const exit = once(browser, "exit");
        process.kill(-browser.pid, "SIGKILL");
        await exit;
      }
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** What the methods used here answer. */
type Answer = {
  targetInfos?: { type: string; targetId: string }[];
  sessionId?: string;
  result?: { value?: unknown };
  exceptionDetails?: unknown;
  data?: string;
};

type Message = { id?: number; method?: string; params?: unknown; result?: Answer; error?: { message: string } };

/** Messages are JSON with a NUL behind each. */
function protocolOf(browser: ChildProcess): { call(method: string, params: object, sessionId?: string): Promise<Answer>; events: EventEmitter } {
  const [, , , input, output] = browser.stdio;
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error("no pipes");
  const events = new EventEmitter();
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let rest = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = `${rest}${chunk}`.split("\0");
    rest = messages.pop() ?? "";
    for (const text of messages) {
      const { id, method, params, result, error }: Message = JSON.parse(text);
      const one = id === undefined ? undefined : waiting.get(id);
      if (error !== undefined) one?.reject(new Error(error.message));
      else one?.resolve(result ?? {});
      if (method !== undefined) events.emit(method, params);
    }
  });
  browser.on("exit", () => {
    for (const one of waiting.values()) one.reject(new Error("Chromium ended"));
  });
  let count = 0;
  const call = (method: string, params: object, sessionId?: string): Promise<Answer> => new Promise((resolve, reject) => {
    waiting.set(++count, { resolve, reject });
    input.write(`${JSON.stringify({ id: count, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
  });
  return { call, events };
}
