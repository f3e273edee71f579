import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, request as forward } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { WireRequest } from "../../../generator/contract/tester/exchange.ts";
import { socketTransport } from "../../../generator/contract/tester/transport/socket-transport.ts";
import type { Mutant } from "../../faulty/mutant.ts";
import { operationsOf } from "../../faulty/try-mutant.ts";
import { type Subject, testSubject } from "../../faulty/subjects.ts";
import type { Fault } from "../../faulty/fault.ts";
import { repository } from "../../support/typecheck.ts";

/** Prism's proxy, in front of servers that change. */
export type Prism = { readonly finds: (mutant: Mutant) => Promise<boolean>; readonly close: () => Promise<void> };

type Recorded = { readonly operation: string; readonly request: WireRequest };

/** Starts `prism proxy` before whatever server of a subject is to be watched. */
export async function watchedByPrism(subject: Subject): Promise<Prism> {
  const folder = await mkdtemp(join(tmpdir(), "prism-"));
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(subject.document.root));
  let upstream = "";
  // Prism knows one server only; this one hands on what it gets to the one that is there now.
  const relay = createServer((request, response) => {
    if (upstream === "") return void response.writeHead(503).end();
    const next = forward(upstream + (request.url ?? ""), { method: request.method ?? "GET", headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
      answer.pipe(response);
    });
    next.on("error", () => response.destroy());
    request.pipe(next);
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const { child, url } = await startPrism(file, portOf(relay.address()));
  const recorded = await record(subject);
  const known = new Map<string, ReadonlySet<string>>();
  const said = async (operations: readonly string[], fault?: Fault): Promise<Set<string>> => {
    const server = await subject.open(fault);
    upstream = server.url;
    const transport = socketTransport(url, { answer: 5_000, pause: 5_000 });
    const found = new Set<string>();
    for (const { request } of recorded.filter(({ operation }) => operations.includes(operation))) {
      const outcome = await transport.send(request);
      const headers = outcome.kind === "response" ? outcome.response.headers : [];
      for (const [name, value] of headers) if (name.toLowerCase() === "sl-violations") for (const violation of responseViolations(value)) found.add(violation);
    }
    await transport.close();
    await server.close();
    return found;
  };
  return {
    finds: async (mutant) => {
      const operations = operationsOf(mutant);
      const key = operations.join();
      const usual = known.get(key) ?? (await said(operations));
      known.set(key, usual);
      return [...(await said(operations, mutant.fault))].some((violation) => !usual.has(violation));
    },
    close: async () => {
      child.kill("SIGTERM");
      relay.close();
      relay.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}

/** What it says of answers; of requests it says only that they are as they are. */
function responseViolations(header: string): string[] {
  const list: unknown = JSON.parse(header);
  return (Array.isArray(list) ? list : []).map((each) => JSON.stringify(each)).filter((text) => text.includes('"response"'));
}

/** The valid requests that we send to the correct server, the first of each operation. */
async function record(subject: Subject): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const counts = new Map<string, number>();
  await testSubject(subject, undefined, {
    phases: ["examples", "coverage"],
    onExchange: ({ case: { operation, request, expectation } }) => {
      const name = operation === undefined ? "" : `${request.method} ${operation.path}`;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      if (expectation.kind === "valid" && count < most) recorded.push({ operation: name, request });
    },
  });
  return recorded;
}

const most = 80;

async function startPrism(file: string, upstream: number): Promise<{ child: ChildProcess; url: string }> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const cli = join(repository, "node_modules/@stoplight/prism-cli/dist/index.js");
  const child = spawn(process.execPath, [cli, "proxy", file, `http://127.0.0.1:${upstream}`, "--port", String(port), "--multiprocess", "false", "--verboseLevel", "silent"], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    if (await fetch(url).then(() => true, () => false)) return { child, url };
    if (child.exitCode !== null) throw new Error("Prism has ended");
    await setTimeout(50);
  }
  throw new Error("Prism does not start");
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}
