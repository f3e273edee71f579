import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, request as forward } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { WireResponse } from "../../../generator/contract/tester/exchange.ts";
import { isObject, parseJson } from "../../../generator/json.ts";
import type { Mutant } from "../../faulty/mutant.ts";
import type { Subject } from "../../faulty/subjects.ts";
import { repository } from "../../support/typecheck.ts";
import { findsBy, type Recorded, toldOf } from "./recorded.ts";

/** Prism's proxy, in front of servers that change. */
export type Prism = { readonly finds: (mutant: Mutant) => Promise<boolean>; readonly close: () => Promise<void> };

/** Starts `prism proxy` before whatever server of a subject is to be watched. */
export async function watchedByPrism(subject: Subject, recorded: readonly Recorded[]): Promise<Prism> {
  const folder = await mkdtemp(join(tmpdir(), "prism-"));
  const file = join(folder, "openapi.json");
  // It knows no 3.2, of which the difference is what items of streams are.
  writeFileSync(file, JSON.stringify({ ...(isObject(subject.document.root) && subject.document.root), openapi: "3.1.0" }));
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
  const said: Parameters<typeof findsBy>[0] = async (operations, faulty) => {
    const server = await subject.open(faulty?.fault);
    upstream = server.url;
    const told = await toldOf(url, recorded.filter(({ operation }) => operations.includes(operation)), { tell, usual: faulty?.usual });
    await server.close();
    return told;
  };
  return {
    finds: findsBy(said),
    close: async () => {
      child.kill("SIGTERM");
      relay.close();
      relay.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}

function tell(_: unknown, { headers }: WireResponse): string[] {
  return headers.flatMap(([name, value]) => (name.toLowerCase() === "sl-violations" ? responseViolations(value) : []));
}

/** What it says of answers; of requests it says only that they are as they are. */
function responseViolations(header: string): string[] {
  // A long list begins with words, and is cut somewhere.
  const text = header.slice(Math.max(0, header.indexOf("[")));
  const list: unknown = parseJson(text) ?? text.slice(1).split(/(?<=\}),(?=\{"location")/);
  return (Array.isArray(list) ? list : []).map((each) => (typeof each === "string" ? each : JSON.stringify(each))).filter((each) => each.includes('"response"'));
}

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
