import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type Json, type JsonObject } from "../../../../generator/json.ts";
import { letIn } from "../../../../generator/contract/tester/checks/let-in.ts";
import { answered, testedBy } from "./phases/server-of.ts";

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
  const notes: JsonObject[] = [];
  const found = await testedBy(["coverage", "negative", "semantic"], { paths }, ({ method, text }) => {
    if (method === "GET") return { status: 200, json: notes.map(shown) };
    const given: Json = text === "" ? null : JSON.parse(text);
    if (!isObject(given)) return { status: 400 };
    const note = { ...given, id: notes.length };
    notes.push(note);
    return { status: 201, json: shown(note) };
  });
  return found.filter(({ code }) => code !== "broken-echo").map(({ code, operation, message }) => `${code} ${operation}: ${message}`);
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

const fault = (path: string, keyword: string, message = "must be another") => ({ path, keyword, message, schema: "" });

for (const { name, sent, at = { sent: "/title", shown: "/rows/1/title" }, keyword = "type", rows, comesBack } of [
  { name: "a value under the same name", sent: { title: 1.5 }, rows: [{}, { id: 2, title: 1.5 }], comesBack: true },
  { name: "an empty object", sent: { title: {} }, rows: [{}, { title: {} }], comesBack: true },
  { name: "a large integer, as a number has it", sent: { title: 9007199254740992 }, rows: [{}, { title: 9007199254740993n }], comesBack: true },
  { name: "another value", sent: { title: 1.5 }, rows: [{}, { title: 2.5 }], comesBack: false },
  { name: "the same value under another name", sent: { title: 1.5 }, at: { sent: "/title", shown: "/rows/1/name" }, rows: [{}, { name: 1.5 }], comesBack: false },
  { name: "an item of a list", sent: { tags: ["a", 5] }, at: { sent: "/tags/1", shown: "/rows/0/tags/0" }, rows: [{ tags: [5] }], comesBack: true },
  { name: "an object with more members", sent: { kind: "cat", lives: 10 }, at: { sent: "", shown: "/rows/0" }, keyword: "oneOf", rows: [{ id: 1, kind: "cat", lives: 10 }], comesBack: true },
  { name: "an object with another member", sent: { kind: "cat", lives: 10 }, at: { sent: "", shown: "/rows/0" }, keyword: "oneOf", rows: [{ id: 1, kind: "cat", lives: 11 }], comesBack: false },
  { name: "a member that is missing", sent: {}, at: { sent: "", shown: "/rows/0" }, keyword: "required", rows: [{ id: 1 }], comesBack: true },
]) {
  test(`${name} is${comesBack ? "" : " not"} what was let in`, () => {
    const known = letIn();
    const shown = { rows };
    assert.equal(known.comesBack(fault(at.shown, keyword), shown), false);
    known.note([fault(at.sent, keyword)], sent);
    assert.equal(known.comesBack(fault(at.shown, keyword), shown), comesBack);
    assert.equal(known.comesBack(fault(at.shown, "required", "must have the property \"other\""), shown), false);
  });
}
