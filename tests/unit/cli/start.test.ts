import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { repository } from "../../support/typecheck.ts";
import { documentWith, folderWith, run } from "./run-main.ts";

const files = { "redocly.yaml": "extends: [minimal]\nrules: { operation-4xx-response: off, info-license: off, security-defined: off, operation-summary: off, no-empty-servers: off }\napis: { pets: { root: a.yaml } }\n", "a.yaml": documentWith("Pet"), "package.json": '{"type":"module"}' };

test("start has a script beside the document ask a mock by the generated client", async (t) => {
  const folder = await folderWith(t, {
    ...files,
    "first-call.ts": 'import { createClient } from "./generated/client.ts";\nconst client = createClient({ baseUrl: process.argv[2] ?? "" });\nconsole.log("asked", await client.listPets());\n',
  });
  // For tsx.
  await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
  const { exit, out, err } = await run(folder, ["start"]);
  assert.match(out, /A mock of a\.yaml on http:\/\/127\.0\.0\.1:\d+, asked by first-call\.ts:\nasked \{.*\}\n\nContract tests of a\.yaml:\n  its mock: keeps the contract\. [\d,]+ requests to 1 of 1 operations .*\n$/, err);
  assert.equal(exit, 0, err);
});

test("a call that fails is a failure of start, and says which", async (t) => {
  const folder = await folderWith(t, { ...files, "first-call.ts": 'throw new Error("nobody understands me");\n' });
  await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
  const { exit, err } = await run(folder, ["start"]);
  assert.match(err, /nobody understands me[^]*first-call\.ts ended with 1: the mock and the generated client do not understand each other/);
  assert.equal(exit, 1);
});

test("start ends with the contract tests of the example beside the document, and fails where it breaks the contract", async (t) => {
  const folder = await folderWith(t, {
    ...files,
    "a.yaml": `${documentWith("Pet").replace("      operationId", "      security: [{ key: [] }]\n      operationId")}  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }\n`,
    "example/router.ts": `import { createRouter } from "../generated/server.ts";
      const keys: string[] = ["open sesame"];
      export default createRouter({ listPets: () => ({ status: 200, body: { name: 1 as never } }) }, { responses: "off", security: { key: (credential: string) => keys.includes(credential) || undefined } } as never);`,
    "example/credentials.json": '{ "key": "open sesame" }',
  });
  await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
  const { exit, out, err } = await run(folder, ["start"]);
  assert.match(out, /a\.yaml:\d+:\d+  error  invalid-response-body  GET \/pets: 200: "\/name" of the body must be a string/, out + err);
  assert.match(out, /\n  its mock: .*\n  example\/router\.ts: breaks the contract, see above\. [\d,]+ requests .*\n$/);
  assert.equal(exit, 1, err);
});
