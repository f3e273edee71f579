import assert from "node:assert/strict";
import { test } from "node:test";
import type { Settings } from "../../../generator/runtime/draft.ts";
import type { ResponseViolation as Violated } from "../../../generator/runtime/validate/response-violation.ts";
import { generatedModules } from "../../support/generated-modules.ts";
import { ourFiles } from "../../support/specwright.ts";

const document = `
openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }, { name: full, in: query, schema: { type: boolean } }]
      responses:
        "200": { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } }, text/plain: { schema: { type: string, maxLength: 5 } } } }
        "404": { description: "", content: { application/json: { schema: { type: object, required: [reason] } } } }
        4XX: { description: "", content: { application/json: { schema: { type: array } } } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

const rows: [fact: string, status: number, type: string, body: string, violation?: string][] = [
  ["a body that is what the document says is let pass", 200, "application/json", '{"name":"Ada"}'],
  ["one that lacks a property is not", 200, "application/json", "{}", "required"],
  ["nor is one of the wrong type", 200, "application/json", '{"name":5}', "type"],
  ["a text is judged where the document has texts", 200, "text/plain", "Ada"],
  ["a failure has its own schema", 404, "application/json", "{}", "required"],
  ["a range is of the statuses that are not listed", 400, "application/json", "{}", "type"],
  ["a status that the document does not have is let pass", 500, "application/json", "{}"],
];

for (const [fact, status, type, body, keyword] of rows) {
  test(fact, async () => {
    const { validateResponse, ResponseViolation } = await generated;
    const sent = call({ validate: validateResponse, fetch: async () => new Response(body, { status, headers: { "content-type": type } }) });
    if (keyword === undefined) return void await sent;
    const error = await sent.then(() => undefined, (reason: unknown) => reason);
    assert.ok(error instanceof ResponseViolation);
    assert.deepEqual([error.route, error.status, error.violations.map((violation) => violation.keyword)], ["GET /pets/{id}{?full}", status, [keyword]]);
  });
}

type Generated = {
  operations: { getPet: never };
  send: (settings: Settings, operation: never, args: object) => Promise<unknown>;
  validateResponse: NonNullable<Settings["validate"]>;
  ResponseViolation: typeof Violated;
};

const generated = load();

async function call(settings: Settings): Promise<unknown> {
  const { operations, send } = await generated;
  return send(settings, operations.getPet, { id: 1 });
}

/** The generated client and validators. */
async function load(): Promise<Generated> {
  const { files } = await ourFiles(document, ["client", "validators"]);
  const load = await generatedModules(files);
  const [operations, { send }, { validateResponse, ResponseViolation }] = await Promise.all([load("operations.ts"), load("runtime/send.ts"), load("validators/validate-response.ts")]);
  return { operations, send, validateResponse, ResponseViolation };
}
