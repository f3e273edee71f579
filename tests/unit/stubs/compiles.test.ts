import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { ourFiles } from "../../support/specwright.ts";
import { tsc, type CompilerVersion } from "../../support/tsc.ts";
import { apiOf, stepFiles, written } from "./stubs-case.ts";

const path = join(import.meta.dirname, "openapi.yaml");
const api = await apiOf({ path });
const server = (await ourFiles({ path }, ["server"])).files;
const app = 'import type { Principals } from "./generated/server.js";\nexport interface User { readonly name: string }\nexport type App = { readonly key: User } & Principals;\n';

/** Each way to write handlers, before anything is in it. */
const ways: Record<string, string> = {
  "nothing at all": "",
  "an object": 'import type { Handlers } from "./generated/server.js";\nimport type { App } from "./app.js";\nexport const handlers = {} satisfies Handlers<App>;\n',
  "a constant with a type": 'import type { Handlers } from "./generated/server.js";\nexport const handlers: Partial<Handlers> = {};\n',
  "a class": 'import type { Handlers } from "./generated/server.js";\nimport type { App } from "./app.js";\nexport class Server implements Handlers<App> {}\n',
  "a class for a namespace": 'import type * as api from "./generated/server.js";\nexport default class implements api.PetsHandlers {}\n',
  "an object without a type": 'import { createRouter } from "./generated/server.js";\nconst pets = {};\nconst users = {};\nexport const router = createRouter({ pets, users }, { security: { key: () => undefined } });\n',
  "a getter": 'import type { Handlers } from "./generated/server.js";\nexport const handlers = {\n  get pets() { return {}; },\n} satisfies Handlers;\n',
  "a function": 'import type { Handlers } from "./generated/server.js";\nexport const make = (count: number): Handlers => ({ ...(count > 0 && {}) , users: {}, pets: {}, ping: (request, reply) => reply[204]() });\n',
};

const files = new Map<string, string>([...server].map(([name, text]) => [`generated/${name}`, text]));
for (const [index, text] of Object.values(ways).entries()) {
  const after = written(stepFiles(new Map([["handlers.ts", text]]), api)).get("handlers.ts") ?? "";
  files.set(`way-${index}.ts`, after);
}
files.set("app.ts", app);
// What a person writes into a stub is checked as everything else.
files.set("wrong.ts", (files.get("way-0.ts") ?? "").replace("return reply.notImplemented();", "return reply[418]();"));

for (const version of ["5.4", "5.9", "7"] as const satisfies readonly CompilerVersion[]) {
  test(`stubs compile beside the generated server.ts, however handlers are written: TypeScript ${version}`, async () => {
    const { errors, crash } = await tsc(version, files);
    assert.equal(crash, undefined);
    const [wrong, ...others] = errors.toSorted((one, other) => Number(other.file === "wrong.ts") - Number(one.file === "wrong.ts"));
    assert.deepEqual(others.map(({ file, line, message }) => `${file}:${line}: ${message}\n${files.get(file)?.split("\n")[line - 1]}`), []);
    assert.match(wrong?.message ?? "", /418/);
  });
}

test("what compiles is not what was there already", () => {
  const made = [...files].filter(([name]) => name.startsWith("way-"));
  assert.deepEqual(made.filter(([, text]) => !text.includes("notImplemented")), []);
  assert.equal(made.length, Object.keys(ways).length);
});
