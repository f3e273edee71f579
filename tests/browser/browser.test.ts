import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { serve } from "../unit/runtime/serve.ts";
import { chromium, quiet } from "./chromium.ts";
import type { Findings } from "./page.ts";

test("the generated client in a real page, with an API of another origin", { skip: chromium ? false : "no Chromium on the PATH", timeout: 60_000 }, async (context) => {
  const api = await serve(answer);
  const findings = await open(api.url);
  const cleared = { _nodes: { total: 1, successful: 1, failed: 0 }, cluster_name: "a", nodes: {} };
  const facts: [name: string, found: string, expected: unknown][] = [
    ["a method gives the body of a success", "success", cleared],
    ["and throws an ApiError otherwise", "failure", [403, { reason: "no" }, "application/json"]],
    ["a failure that passes is tried again", "middleware", 204],
    ["a stream is read as it comes, and left", "stream", ["1", "2"]],
    ["bytes go and come as they are", "bytes", [0, 255]],
    ["a redirect that could take a key along is an error", "redirect", "TypeError: GET /redirect: redirected, and the credentials may not follow"],
    ["a call can be aborted", "abort", "TimeoutError"],
  ];
  for (const [name, found, expected] of facts) await context.test(name, () => assert.deepEqual(findings[found], expected));
  await context.test("the API received what was meant", () => {
    const [call] = api.seen.filter(({ line }) => line.startsWith("POST /_security"));
    assert.deepEqual([call?.line, call?.headers["authorization"]], ["POST /_security/api_key/yVGMr3QByxdh1MSaicYx,%C3%A9%2F1/_clear_cache", "ApiKey dGVzdA=="]);
    assert.equal(api.seen.some(({ line }) => line.includes("/stolen")), false);
  });
});

/** Opens the page in a browser of its own, and gives what it found out. */
async function open(apiUrl: string): Promise<Findings> {
  const script = await bundle();
  const findings = new EventEmitter();
  const page = await serve((request, response, body) => {
    if (request.url === "/findings") findings.emit("found", JSON.parse(body));
    const isScript = request.url === "/page.js";
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" }).end(isScript ? script : '<script type="module" src="/page.js"></script>');
  });
  const profile = mkdtempSync(join(tmpdir(), "specwright-browser-"));
  // A process group of its own, so that it can be stopped with all that it has started.
  const browser = spawn(chromium ?? "", [...quiet, `--user-data-dir=${profile}`, `${page.url}/?api=${apiUrl}`], { stdio: "ignore", detached: true });
  browser.on("exit", (code) => findings.emit("error", new Error(`Chromium ended with ${code}`)));
  after(async () => {
    findings.on("error", () => {});
    if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null) {
      const exit = once(browser, "exit");
      process.kill(-browser.pid, "SIGKILL");
      await exit;
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  const [found]: Findings[] = await once(findings, "found");
  return found ?? {};
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL("./page.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", target: "es2022", write: false });
  return outputFiles[0]?.text ?? "";
}

/** The API, open to every origin. */
function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
  const open = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, *", "access-control-expose-headers": "*" };
  const reply = (status: number, headers: Record<string, string> = {}, text: string | Uint8Array = "") => void response.writeHead(status, { ...open, ...headers }).end(text);
  const json = { "content-type": "application/json" };
  const path = request.url ?? "";
  if (request.method === "OPTIONS") reply(204);
  else if (path.includes("/refused/")) reply(403, json, '{"reason":"no"}');
  else if (path.startsWith("/_security/")) reply(200, json, '{"_nodes":{"total":1,"successful":1,"failed":0},"cluster_name":"a","nodes":{}}');
  else if (path === "/flaky") reply(flaky++ ? 204 : 503);
  else if (path === "/echo") reply(200, { "content-type": "application/octet-stream" }, body.length === 2 ? new Uint8Array([0, 255]) : "");
  else if (path === "/redirect") reply(302, { location: "/stolen" });
  else if (path === "/events") response.writeHead(200, { ...open, "content-type": "text/event-stream" }).write("data: 1\n\ndata: 2\n\ndata: 3\n\n");
}

let flaky = 0;
