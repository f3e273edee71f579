import assert from "node:assert/strict";
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { folderWith, run } from "../cli/run-main.ts";

const document = await readFile(join(import.meta.dirname, "openapi.yaml"), "utf8");
const part = 'import type { Handlers } from "../generated/server.js";\n\nexport const handlers = {\n  ping: (request, reply) => reply[204](),\n} satisfies Handlers;\n';

function folder(t: TestContext, files: Record<string, string> = {}): Promise<string> {
  return folderWith(t, { "redocly.yaml": "apis:\n  pets: { root: openapi.yaml, x-specwright: { out: generated } }\n", "openapi.yaml": document, ...files });
}

const read = (...path: string[]) => readFile(join(...path), "utf8");

test("a file that is not there is created, in a folder that is not there, and imports from where redocly.yaml says", async (t) => {
  const cwd = await folder(t);
  const { exit, err, out } = await run(cwd, ["stubs", "--file", "src/api/handlers.ts"]);
  assert.deepEqual({ exit, err, out }, { exit: 0, err: "src/api/handlers.ts: created, with 6 stubs\n", out: "" });
  assert.match(await read(cwd, "src/api/handlers.ts"), /^import type \{ Handlers \} from "\.\.\/\.\.\/generated\/server\.js";\n/);
  assert.match((await run(cwd, ["stubs", "--file", "src/api/handlers.ts"])).err, /in step, nothing to add/);
});

test("a file with a handler that goes by another name now is not called in step", async (t) => {
  const cwd = await folder(t);
  await run(cwd, ["stubs", "--file", "handlers.ts"]);
  await writeFile(join(cwd, "openapi.yaml"), document.replace("operationId: ping", "operationId: pong"));
  const { err } = await run(cwd, ["stubs", "--file", "handlers.ts"]);
  assert.match(err, /renamed-handler/);
  assert.match(err, /nothing to add; what is said above is yours to change\n$/);
});

test("--out says where the generated code is", async (t) => {
  const cwd = await folder(t);
  await run(cwd, ["stubs", "openapi.yaml", "--file", "handlers.ts", "--out", "made"]);
  assert.match(await read(cwd, "handlers.ts"), /from "\.\/made\/server\.js"/);
});

test("a file keeps its permissions, a link stays a link, and nothing else is left in the folder", async (t) => {
  const cwd = await folder(t, { "src/real.ts": part });
  await chmod(join(cwd, "src/real.ts"), 0o750);
  await symlink("src/real.ts", join(cwd, "handlers.ts"));
  const { exit, err } = await run(cwd, ["stubs", "--file", "handlers.ts"]);
  assert.equal(exit, 0, err);
  assert.ok((await lstat(join(cwd, "handlers.ts"))).isSymbolicLink());
  assert.equal((await stat(join(cwd, "src/real.ts"))).mode & 0o777, 0o750);
  assert.match(await read(cwd, "src/real.ts"), /ping: [^]*pets: \{[^]*users: \{/);
  assert.deepEqual((await readdir(join(cwd, "src"))), ["real.ts"]);
});

test("a read-only file, and a link that leads nowhere, are refused", async (t) => {
  const cwd = await folder(t, { "src/handlers.ts": part });
  await chmod(join(cwd, "src/handlers.ts"), 0o444);
  const refused = await run(cwd, ["stubs", "--file", "src/handlers.ts"]);
  assert.equal(refused.exit, 2);
  assert.match(refused.err, /src\/handlers\.ts:1:1 {2}error {2}output-refused {2}This file is read-only\./);
  await symlink("nowhere.ts", join(cwd, "link.ts"));
  assert.match((await run(cwd, ["stubs", "--file", "link.ts"])).err, /leads nowhere/);
  assert.equal(await read(cwd, "src/handlers.ts"), part);
});

test("what is not UTF-8 is refused, since it would not come out as it went in", async (t) => {
  const cwd = await folder(t);
  await writeFile(join(cwd, "handlers.ts"), Buffer.from("// caf\xe9\n", "latin1"));
  const { exit, err } = await run(cwd, ["stubs", "--file", "handlers.ts"]);
  assert.equal(exit, 2);
  assert.match(err, /is not UTF-8/);
});

test("a syntax error is said where it is, and nothing is written", async (t) => {
  const broken = part.replace("(),", "(,");
  const cwd = await folder(t, { "src/handlers.ts": broken });
  const { exit, err } = await run(cwd, ["stubs", "--file", "src/handlers.ts"]);
  assert.equal(exit, 1);
  assert.match(err, /src\/handlers\.ts:4:\d+ {2}error {2}syntax[^]*Nothing was written\.\n$/);
  assert.equal(await read(cwd, "src/handlers.ts"), broken);
});

for (const { argv, says } of [
  { argv: [], says: /Which file\?/ },
  { argv: ["--file", "handlers.js"], says: /no TypeScript file/ },
  { argv: ["--file", "generated/server.ts"], says: /in the folder of generated code/ },
  { argv: ["no-such.yaml", "--file", "handlers.ts"], says: /unreadable/ },
]) {
  test(`stubs ${argv.join(" ")} is wrong usage`, async (t) => {
    const { exit, err } = await run(await folder(t), ["stubs", ...argv]);
    assert.match(err, says);
    assert.equal(exit, 2);
  });
}

test("several APIs have several files of handlers", async (t) => {
  const cwd = await folder(t, { "redocly.yaml": "apis:\n  a: { root: openapi.yaml }\n  b: { root: openapi.yaml }\n" });
  assert.match((await run(cwd, ["stubs", "--file", "h.ts"])).err, /several APIs/);
  assert.equal((await run(cwd, ["stubs", "a", "--file", "h.ts"])).exit, 0);
});

test("--check says what is missing, writes nothing, and says that types are not looked at without generated code", async (t) => {
  const cwd = await folder(t, { "src/handlers.ts": part });
  const { exit, out } = await run(cwd, ["stubs", "--file", "src/handlers.ts", "--check", "--format", "json"]);
  assert.equal(exit, 1);
  const found: { code: string; file: string; message: string }[] = JSON.parse(out);
  assert.deepEqual(new Set(found.map(({ code }) => code)), new Set(["unchecked-handlers", "missing-handler"]));
  assert.equal(found.filter(({ code, file }) => code === "missing-handler" && file === "src/handlers.ts").length, 5);
  assert.equal(await read(cwd, "src/handlers.ts"), part);
});

test("--check of a file that is not there, and of one whose mark has to go, is 1", async (t) => {
  const cwd = await folder(t);
  assert.equal((await run(cwd, ["stubs", "--file", "handlers.ts", "--check"])).exit, 1);
  await run(cwd, ["stubs", "--file", "handlers.ts"]);
  const text = await read(cwd, "handlers.ts");
  await writeFile(join(cwd, "handlers.ts"), text.replace("  pets: {", "  pets: {\n    // Not in the document any more."));
  assert.equal((await run(cwd, ["stubs", "--file", "handlers.ts", "--check"])).exit, 1);
  assert.equal((await run(cwd, ["stubs", "--file", "handlers.ts"])).exit, 0);
  assert.equal(await read(cwd, "handlers.ts"), text);
});

test("--check finds a handler whose types no longer fit, where it is, and is 0 when all is in step", async (t) => {
  const cwd = await folder(t);
  assert.equal((await run(cwd, ["generate", "openapi.yaml", "--only", "server"])).exit, 0);
  await run(cwd, ["stubs", "--file", "handlers.ts"]);
  const inStep = await run(cwd, ["stubs", "--file", "handlers.ts", "--check"]);
  assert.deepEqual({ exit: inStep.exit, err: inStep.err }, { exit: 0, err: "" });
  const text = await read(cwd, "handlers.ts");
  // What is wrong elsewhere in the file is no matter of the document.
  await writeFile(join(cwd, "handlers.ts"), `${text.replace("return reply.notImplemented();", "return reply[200]();")}\nconst wrong: number = "text";\n`);
  const changed = await run(cwd, ["stubs", "--file", "handlers.ts", "--check", "--format", "json"]);
  assert.equal(changed.exit, 1);
  const found: { code: string; line: number; message: string }[] = JSON.parse(changed.out);
  assert.deepEqual(found.map(({ code, line }) => ({ code, line })), [{ code: "changed-handler", line: 10 }]);
  assert.match(found[0]?.message ?? "", /^ping does not fit the document: [^]*200/);
});

test("--check finds a namespace of another file that no longer fits where it is put in", async (t) => {
  const users = 'export class Users {\n  get(request: { path: { id: number } }): never {\n    throw new Error(String(request.path.id));\n  }\n}\n';
  const cwd = await folder(t, { "users.ts": users, "handlers.ts": 'import type { Handlers } from "./generated/server.js";\nimport { Users } from "./users.js";\n\nexport const handlers = {\n  users: new Users(),\n} satisfies Handlers;\n' });
  await run(cwd, ["generate", "openapi.yaml", "--only", "server"]);
  await run(cwd, ["stubs", "--file", "handlers.ts"]);
  const { exit, out } = await run(cwd, ["stubs", "--file", "handlers.ts", "--check", "--format", "json"]);
  assert.equal(exit, 1);
  const found: { code: string; file: string; message: string }[] = JSON.parse(out);
  assert.deepEqual(found.map(({ code, file }) => ({ code, file })), [{ code: "changed-handler", file: "handlers.ts" }]);
  assert.match(found[0]?.message ?? "", /^users does not fit the document: [^]*id/);
});
