import { join } from "node:path";
import type { Output } from "../../support/one-program.ts";
import { ourFiles } from "../../support/specwright.ts";
import { apiOf, stepFiles, written } from "./stubs-case.ts";

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

const app = 'import type { Principals } from "./generated/server.js";\nexport interface User { readonly name: string }\nexport type App = { readonly key: User } & Principals;\n';

/** A generated server, and beside its folder a file with the stubs for each way to write handlers: `../way-0.ts`, `../way-1.ts`, … */
export async function stubbedCode(): Promise<Output> {
  const path = join(import.meta.dirname, "openapi.yaml");
  const api = await apiOf({ path });
  const server = (await ourFiles({ path }, ["server"])).files;
  const stubbed = Object.values(ways).map((text, index) => {
    const after = written(stepFiles(new Map([["handlers.ts", text]]), api)).get("handlers.ts") ?? "";
    if (!after.includes("notImplemented")) throw new Error(`Nothing is added to ${text}`);
    return [`../way-${index}.ts`, after] as const;
  });
  return new Map([...server, ...stubbed, ["../app.ts", app]]);
}
