import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { generate } from "../../../generator/generate.ts";
import type { JsonObject } from "../../../generator/json.ts";
import { samplesOf } from "../../../generator/samples/samples-of.ts";
import { poisons } from "../../injection/poisons.ts";
import { repository } from "../../support/typecheck.ts";
import { always, serve } from "../runtime/serve.ts";

const short = poisons.filter((poison) => poison.length < 1000);
const nasty = short.join(" ");
const printable = `a "b" 'c' $(touch canary) \`touch canary\` #{x} $HOME \\ ! % {$x} ; | & end`;

/** Every way in which a request can hold a text that some language would take for code. */
const paths: JsonObject = {
  "/styles/{simple}/{label}/{matrix}/{object}": {
    get: operation("styles", {
      parameters: [
        { name: "simple", in: "path", required: true, schema: {}, example: ["a/b", "ü", "'\"$x`"] },
        { name: "label", in: "path", required: true, style: "label", schema: {}, example: "a.b" },
        { name: "matrix", in: "path", required: true, style: "matrix", explode: true, schema: {}, example: ["x", "y"] },
        { name: "object", in: "path", required: true, schema: { type: "object" }, example: { R: 100, G: "=," } },
        { name: "tag", in: "query", required: true, schema: { type: "array" }, example: ["a&b", "c#d", "e+f"] },
        { name: "deep", in: "query", required: true, style: "deepObject", schema: { type: "object" }, example: { a: { b: ["'", "$HOME"] } } },
        { name: "piped", in: "query", required: true, style: "pipeDelimited", explode: false, schema: { type: "array" }, example: ["a", "b|c"] },
        { name: "url", in: "query", required: true, allowReserved: true, schema: { type: "string" }, example: "https://x/?a=b'c" },
        { name: "filter", in: "query", required: true, content: { "application/json": { schema: {}, example: { "a\"": "'$(x)" } } } },
      ],
    }),
  },
  "/headers": {
    get: operation("headers", {
      parameters: [
        { name: "X-Nasty", in: "header", required: true, schema: { type: "string" }, example: printable },
        { name: "a", in: "cookie", required: true, schema: { type: "string" }, example: printable },
      ],
    }),
  },
  "/json": { post: operation("json", { requestBody: body("application/json", { [nasty]: nasty, list: [1, 2.5, true, null, {}, []], "0": { "1": "2" }, empty: {} }) }) },
  "/merge": { patch: operation("merge", { requestBody: body("application/merge-patch+json", { a: null }) }) },
  "/form": { post: operation("form", { requestBody: body("application/x-www-form-urlencoded", { "a b": printable, list: ["x", "y&z"], object: { a: "'" } }) }) },
  "/text": { post: operation("text", { requestBody: body("text/plain", `${printable}\nsecond 'line'\n${nasty}`.replaceAll("\0", "")) }) },
  "/lines": { post: operation("lines", { requestBody: body("application/x-ndjson", [{ a: "'" }, { b: "\"\n" }]) }) },
  "/bytes": { post: operation("bytes", { requestBody: { required: true, content: { "application/octet-stream": {} } } }) },
  "/upload": {
    post: operation("upload", {
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: { properties: { photo: { type: "string", format: "binary" }, meta: { type: "object" }, note: { type: "string" } } },
            example: { photo: "", meta: { "a;": "\"'\\" }, note: `@${printable}; type=x` },
            encoding: { photo: { contentType: "image/png" } },
          },
        },
      },
    }),
  },
  "/keys/query": { get: operation("keyInQuery", { security: [{ query: [] }] }) },
  "/keys/cookie": { get: operation("keyInCookie", { security: [{ cookie: [], basic: [] }] }) },
  "/keys/both": { delete: operation("bearer", { security: [{}, { bearer: [], header: [] }] }) },
  ...Object.fromEntries(short.map((poison, index) => [`/poisons/${index}/{value}`, {
    put: operation(poison, {
      parameters: [
        { name: "value", in: "path", required: true, schema: {}, example: poison },
        { name: `name ${wellFormed(poison)}`, in: "query", required: true, schema: {}, example: poison },
      ],
      requestBody: body("application/json", { value: poison }),
    }),
  }])),
};

const securitySchemes: JsonObject = {
  query: { type: "apiKey", in: "query", name: "a'key" },
  cookie: { type: "apiKey", in: "cookie", name: "session" },
  header: { type: "apiKey", in: "header", name: "X-Key", "x-value-prefix": "It's $HOME " },
  basic: { type: "http", scheme: "basic" },
  bearer: { type: "http", scheme: "bearer" },
};

const environment = { API_KEY: "k-1", API_USERNAME: "ann", API_PASSWORD: "s3cret", ACCESS_TOKEN: "t-1" };

function operation(operationId: string, rest: JsonObject): JsonObject {
  return { operationId, ...rest, responses: { "204": { description: "Done" } } };
}

function body(mediaType: string, example: JsonObject[string]): JsonObject {
  return { required: true, content: { [mediaType]: { schema: {}, example } } };
}

type Seen = { line: string; headers: Record<string, unknown>; body: unknown };

const server = await serve(always(204, {}));
const folder = await mkdtemp(join(tmpdir(), "specwright-samples-"));
after(() => rm(folder, { recursive: true, force: true }));
const generated = await generate({
  input: "-", cwd: repository, targets: ["client"],
  stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "Nasty", version: "1" }, servers: [{ url: server.url }], paths, components: { securitySchemes } }),
});
for (const { path, text } of generated.files) await put(`generated/${path}`, text);
for (const name of ["photo.png", "body.bin"]) await put(name, "\u0001bytes of a file\n");
await put("package.json", '{ "type": "module" }');
const { api } = generated;
assert.ok(api, generated.diagnostics.find(({ severity }) => severity === "error")?.message);
const tell = samplesOf(api);
const samples = api.operations.map((one) => new Map(tell(one).map(({ lang, source }) => [lang, source])));

/** Each language in a process of its own: a program that runs all samples, one behind the other. */
const languages: { lang: string; command: string; args: string[]; needs: string[]; run: (sources: readonly string[]) => Promise<string[]> }[] = [
  { lang: "JavaScript", command: process.execPath, args: ["--import", import.meta.resolve("tsx")], needs: ["--version"], run: (sources) => each(sources, "mjs", (file) => `await import("./${file}");`, "sample.js") },
  { lang: "curl", command: "bash", args: [], needs: ["-c", "curl --version"], run: (sources) => each(sources, "sh", (file) => `bash ${file}`, "all.sh") },
  { lang: "Python", command: "python3", args: [], needs: ["-c", "import requests"], run: (sources) => each(sources, "py", (file) => `exec(open(${JSON.stringify(file)}, encoding="utf8").read())`, "all.py") },
  { lang: "Ruby", command: "ruby", args: [], needs: ["--version"], run: (sources) => each(sources, "rb", (file) => `load ${JSON.stringify(`./${file}`)}`, "all.rb") },
  { lang: "PHP", command: "php", args: [], needs: ["-r", "curl_init();"], run: (sources) => each(sources, "php", (file) => `require ${JSON.stringify(`./${file}`)};`, "all.php") },
];

const sent = new Map<string, Seen[]>();
for (const { lang, command, args, needs, run } of languages) {
  const isThere = spawnSync(command, needs, { stdio: "ignore" }).status === 0;
  test(`what the ${lang} samples send is what the generated client sends`, { skip: isThere ? false : `no ${command} here that can run them`, timeout: 120_000 }, async () => {
    const sources = samples.map((byLanguage) => byLanguage.get(lang) ?? "");
    assert.deepEqual(sources.filter((source) => source === ""), []);
    const files = await run(sources);
    const before = server.seen.length;
    await promisify(execFile)(command, [...args, ...files], { cwd: folder, env: { ...process.env, ...environment } });
    const seen = server.seen.slice(before).map(comparable);
    sent.set(lang, seen);
    assert.equal(seen.length, samples.length);
    const expected = sent.get("JavaScript") ?? [];
    for (const [index, one] of seen.entries()) assert.deepEqual(one, expected[index], sources[index]);
  });
}

test("and that is what was meant", () => {
  const [styles, headers, json, , form, text, , bytes, upload, keyInQuery, keyInCookie, bearer, ...others] = sent.get("JavaScript") ?? [];
  assert.match(styles?.line ?? "", /^GET \/styles\/a%2Fb,%C3%BC,%27%22%24x%60\/\.a%2Eb|^GET \/styles\/a%2Fb,%C3%BC,%27%22%24x%60\/\.a\.b\/;matrix=x;matrix=y\/R,100,G,%3D%2C\?/);
  assert.equal(headers?.headers["x-nasty"], printable);
  assert.deepEqual(json?.body, { [wellFormed(nasty)]: wellFormed(nasty), list: [1, 2.5, true, null, {}, []], "0": { "1": "2" }, empty: {} });
  assert.equal(new URLSearchParams(String(form?.body)).get("a b"), printable);
  assert.match(String(text?.body), /\nsecond 'line'\n/);
  assert.equal(bytes?.body, "\u0001bytes of a file\n");
  assert.deepEqual(upload?.body, [
    { name: "photo", fileName: "photo.png", type: "image/png", content: "\u0001bytes of a file\n" },
    { name: "meta", fileName: undefined, type: "application/json", content: '{"a;":"\\"\'\\\\"}' },
    { name: "note", fileName: undefined, type: undefined, content: `@${printable}; type=x` },
  ]);
  assert.equal(keyInQuery?.line, "GET /keys/query?a%27key=k-1");
  assert.deepEqual([keyInCookie?.headers["cookie"], keyInCookie?.headers["authorization"]], ["session=k-1", `Basic ${btoa("ann:s3cret")}`]);
  assert.deepEqual([bearer?.headers["authorization"], bearer?.headers["x-key"]], ["Bearer t-1", "It's $HOME k-1"]);
  assert.deepEqual(others.map((one) => one.body), short.map((poison) => ({ value: wellFormed(poison) })));
});

test("no text of the document was run", () => {
  assert.equal(existsSync(join(folder, "canary")), false);
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function each(sources: readonly string[], extension: string, line: (file: string) => string, main: string): Promise<string[]> {
  for (const [index, source] of sources.entries()) await put(`sample-${index}.${extension}`, source);
  const lines = sources.map((_, index) => line(`sample-${index}.${extension}`));
  await put(main, `${main.endsWith(".php") ? "<?php\n" : ""}${lines.join("\n")}\n`);
  return [main];
}

/** What counts of a request, whoever sent it. */
function comparable({ line, headers, body }: (typeof server.seen)[number]): Seen {
  const type = headers["content-type"] ?? "";
  const own = Object.fromEntries(["authorization", "cookie", "x-nasty", "x-key"].flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
  const isJson = /[/+]json$/.test(type);
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  const [essence = ""] = type.split(";");
  return {
    line: line.replace(/%[0-9a-f]{2}/gi, (escape) => (/%(2d|2e|5f|7e)/i.test(escape) ? decodeURIComponent(escape) : escape.toUpperCase())),
    headers: { ...own, ...(body !== "" && { "content-type": essence }) },
    body: body === "" ? undefined : isJson ? JSON.parse(body) : boundary === undefined ? body : partsOf(body, boundary),
  };
}

function partsOf(body: string, boundary: string): unknown[] {
  return body.split(`--${boundary}`).slice(1, -1).map((part) => {
    const [head = "", ...content] = part.replace(/^\r\n/, "").split("\r\n\r\n");
    return {
      name: / name="([^"]*)"/.exec(head)?.[1],
      fileName: / filename="([^"]*)"/.exec(head)?.[1],
      type: /content-type: ?([^\r]*)/i.exec(head)?.[1],
      content: content.join("\r\n\r\n").replace(/\r\n$/, ""),
    };
  });
}

/** A lone surrogate is no character: the wire cannot hold it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
