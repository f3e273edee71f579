import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { test } from "node:test";
import { curlLine } from "../../../../../generator/contract/tester/report/curl-line.ts";
import { withoutSecrets } from "../../../../../generator/contract/tester/report/finding-row.ts";
import { htmlReport } from "../../../../../generator/contract/tester/report/html-report.ts";
import { jsonReport } from "../../../../../generator/contract/tester/report/json-report.ts";
import { junitReport } from "../../../../../generator/contract/tester/report/junit-report.ts";
import type { PlacedFinding } from "../../../../../generator/contract/tester/report/placed-finding.ts";
import type { WireRequest } from "../../../../../generator/contract/tester/exchange.ts";
import type { TestReport } from "../../../../../generator/contract/tester/test-report.ts";

const hostile = '</script><img src=x onerror=alert(1)>"\'&\u0007\u202e\ud800';
const secrets = new Map([["s3cret", "$SPECWRIGHT_AUTH_KEY"]]);
const request: WireRequest = { method: "POST", target: `/pets?q=s3cret`, headers: [["x-key", "ApiKey s3cret"], ["content-type", "text/plain"]], body: Buffer.from("it's s3cret") };
const finding: PlacedFinding = {
  code: "server-error", severity: "error", operation: `GET /${hostile}`, message: hostile, because: hostile, at: { uri: "a.yaml", pointer: "" }, key: "", count: 2,
  file: "a.yaml", line: 3, column: 1,
  evidence: { case: { phase: "fuzz", title: hostile, request, expectation: { kind: "valid" } }, outcome: { kind: "response", response: { status: 500, headers: [["x", `${hostile} s3cret`]], body: Buffer.from(`${hostile} s3cret`), milliseconds: 1 } } },
};
const report: TestReport = {
  seed: 1, baseUrl: "http://127.0.0.1:1/v1", findings: [finding], samples: [finding.evidence], phases: [{ name: "fuzz", requests: 2, operations: 1 }], skipped: [{ operation: "GET /b", reason: hostile }], requests: 2, milliseconds: 12,
  coverage: { operations: [{ operation: `GET /${hostile}`, requests: 2, statuses: [{ name: "200", count: 0 }], parameters: [{ name: hostile, count: 1 }], contentTypes: [], rules: [{ name: `body /${hostile}: type`, count: 0 }, { name: "body: required", count: 3 }], untried: [{ name: "negative", count: 7 }] }] },
};

test("a page has no markup but its own, loads nothing, and has no secret in it", () => {
  const page = htmlReport(report, [finding], { secrets, title: hostile });
  assert.deepEqual(page.match(/<img|<script|onerror="|\u0007|\u202e|s3cret|https?:\/\/(?!127)|url\(|@import/g), null);
  assert.match(page, /&lt;img src=x/);
  assert.match(page, /200 \(never\)/);
  assert.match(page, /<summary>1 of 2<\/summary>/);
  assert.match(page, /: type \(never\)/);
  assert.match(page, /default-src 'none'/);
});

test("what CI reads is XML with a suite for each operation, a failure for each error, and what was left out", () => {
  const xml = junitReport(report, [finding, { ...finding, severity: "warning", code: "broken-order" }], secrets);
  assert.doesNotMatch(xml, /<img|\u0007|s3cret|[\ud800-\udfff]/);
  assert.deepEqual([...xml.matchAll(/<(testsuites|testsuite|failure|skipped|system-out)\b/g)].map(([, name]) => name), ["testsuites", "testsuite", "failure", "system-out", "testsuite", "skipped"]);
  assert.match(xml, /<testsuites name="specwright test" tests="2" failures="1"/);
  assert.match(xml, /file="a.yaml" line="3"/);
});

test("a run for programs is JSON with findings, their places, requests and answers, and no secret", () => {
  const text = jsonReport(report, [finding], secrets);
  assert.ok(!text.includes("s3cret"));
  const parsed: unknown = JSON.parse(text);
  assert.ok(typeof parsed === "object" && parsed !== null && "findings" in parsed && Array.isArray(parsed.findings));
  const [row]: unknown[] = parsed.findings;
  assert.ok(typeof row === "object" && row !== null && "line" in row && "request" in row && "response" in row);
  assert.equal(row.line, 3);
});

test("a secret is expanded by the shell, and nothing else is", () => {
  assert.equal(
    curlLine("http://127.0.0.1:1/v1", { ...request, headers: [["x-key", "ApiKey s3cret"], ["x-a", "$HOME `id`"], ["content-type", "text/plain"]] }, secrets),
    `curl -isg --path-as-is -X POST -H accept: -H 'x-key: ApiKey '"$SPECWRIGHT_AUTH_KEY" -H 'x-a: $HOME \`id\`' -H 'content-type: text/plain' --data-raw 'it'\\''s '"$SPECWRIGHT_AUTH_KEY" 'http://127.0.0.1:1/pets?q='"$SPECWRIGHT_AUTH_KEY"`,
  );
});

test("a short secret is one where it stands alone, and not in the middle of a word", () => {
  const short = new Map([["y", "$SPECWRIGHT_AUTH_KEY"]]);
  assert.equal(curlLine("http://a", { method: "GET", target: "/keys/y?key=y&any=y-1", headers: [["accept", "*/*"], ["x-key", "y"]] }, short),
    `curl -isg --path-as-is -H 'accept: */*' -H 'x-key: '"$SPECWRIGHT_AUTH_KEY" http://a/keys/"$SPECWRIGHT_AUTH_KEY"'?key='"$SPECWRIGHT_AUTH_KEY"'&any=y-1'`);
  assert.equal(withoutSecrets('{"key":"y","type":"yy"}', short), '{"key":"$SPECWRIGHT_AUTH_KEY","type":"yy"}');
  assert.equal(withoutSecrets("Xsecret-of-manyX", new Map([["secret-of-many", "$A"]])), "X$AX");
});

const hasCurl = spawns("curl", ["--version"]);

const requests: readonly WireRequest[] = [
  { method: "GET", target: "/a/../b?x=[1]&y={2}&z=%00'\"", headers: [["accept", "*/*"], ["x-empty", ""], ["X-Quote", "it's $HOME"]] },
  { method: "POST", target: "/", headers: [["content-type", "application/json"]], body: Buffer.from('@{"a":"it\'s\n \\u0000 é"}') },
  { method: "PUT", target: "/", headers: [], body: Buffer.from([0, 1, 2, 255, 10, 13]) },
  { method: "DELETE", target: "/", headers: [["cookie", "a=1; b=2"]] },
];

for (const sent of requests) {
  test(`a pasted line sends the same again: ${sent.method} ${sent.target}`, { skip: !hasCurl && "there is no curl" }, async () => {
    const got: { method: string | undefined; target: string | undefined; headers: string[]; body: Buffer }[] = [];
    const server = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        got.push({ method: incoming.method, target: incoming.url, headers: incoming.rawHeaders, body: Buffer.concat(chunks) });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const line = curlLine(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`, sent);
    await new Promise<void>((resolve, reject) => {
      execFile("sh", ["-c", line], (error) => (error ? reject(error) : resolve()));
    });
    server.close();
    const [one] = got;
    assert.ok(one);
    const own = new Set(["host", "user-agent", "content-length"]);
    const pairs = one.headers.flatMap((name, index): [string, string][] => (index % 2 === 0 && !own.has(name.toLowerCase()) ? [[name, one.headers[index + 1] ?? ""]] : []));
    assert.deepEqual({ method: one.method, target: one.target, headers: pairs, body: one.body }, { method: sent.method, target: sent.target, headers: sent.headers, body: Buffer.from(sent.body ?? []) });
  });
}

function spawns(program: string, argv: string[]): boolean {
  try {
    execFileSync(program, argv, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
