import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../../generator/json.ts";
import { isObject } from "../../../../generator/json.ts";
import { testContract } from "../../../../generator/contract/tester/test-contract.ts";
import { loadDocument } from "../../../../generator/load/load-document.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";
import { answered } from "./phases/server-of.ts";

const members = { title: { type: "string", maxLength: 8 }, state: { enum: ["open", "done"] }, tags: { type: "array", items: { type: "string" } }, size: { type: "object", required: ["width"], properties: { width: { type: "integer" } } } };
const written: JsonObject = { type: "object", required: ["title"], properties: members, additionalProperties: false };
const note: JsonObject = { type: "object", required: ["id", "title"], properties: { id: { type: "integer" }, ...members }, additionalProperties: false };
const paths: JsonObject = {
  "/notes": {
    post: { requestBody: { required: true, content: { "application/json": { schema: written } } }, responses: { 201: answered(note), 400: { description: "d" } } },
    get: { responses: { 200: answered({ type: "array", items: note }) } },
  },
};

/** What is found of a server that keeps notes and looks at nothing that it is sent, and shows them as `shown` has it. */
async function findings(shown: (note: JsonObject) => JsonObject): Promise<string[]> {
  const loaded = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, paths }) });
  assert.ok(loaded.document);
  const notes: JsonObject[] = [];
  const { findings: found } = await testContract(loaded.document, buildApi(loaded.document).api, {
    baseUrl: "http://127.0.0.1",
    send: async ({ method, body }) => {
      const answer = (status: number, json?: Json) => ({ kind: "response" as const, response: { status, headers: json === undefined ? [] : [["content-type", "application/json"] as const], body: Buffer.from(json === undefined ? "" : JSON.stringify(json)), milliseconds: 1 } });
      if (method === "GET") return answer(200, notes.map(shown));
      const given = parsed(body);
      if (!isObject(given)) return answer(400);
      notes.push({ ...given, id: notes.length });
      return answer(201, shown(notes.at(-1) ?? {}));
    },
    close: async () => undefined,
  }, { phases: ["coverage", "negative", "semantic"] });
  return found.filter(({ code }) => code !== "broken-echo").map(({ code, operation, message }) => `${code} ${operation}: ${message}`);
}

function parsed(body: Uint8Array | undefined): Json | undefined {
  try {
    return JSON.parse(Buffer.from(body ?? []).toString());
  } catch {
    return undefined;
  }
}

test("what a server has let in comes back from it, which is not said again", async () => {
  const found = await findings((one) => one);
  assert.ok(found.some((each) => each.startsWith("invalid-request-accepted POST /notes")), found.join("\n"));
  assert.deepEqual(found.filter((each) => !each.startsWith("invalid-request-accepted")), []);
});

test("what nobody has sent is an error of the answer, also where much else was let in", async () => {
  const found = await findings((one) => ({ ...one, id: String(one["id"]) }));
  assert.ok(found.some((each) => each.startsWith("invalid-response-body GET /notes") && each.endsWith('/id" of the body must be an integer')), found.join("\n"));
});
