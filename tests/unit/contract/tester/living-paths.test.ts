import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../../generator/json.ts";
import { livingPaths } from "../../../../generator/contract/tester/living-paths.ts";
import { nothingSaid } from "../../../../generator/contract/tester/values/places.ts";
import { testedApi } from "./tested-api.ts";

const responses = { "200": { description: "" }, "201": { description: "" }, "404": { description: "" } };
const id: JsonObject = { name: "petId", in: "path", required: true, schema: { type: "string" } };
const { api, operations } = await testedApi({ "/pets": { get: { responses }, post: { responses } }, "/pets/{petId}": { parameters: [id], get: { responses }, delete: { responses } } });

test("what was created is there for all methods, what was listed for those that change nothing", () => {
  const living = livingPaths(api);
  learn(living, "GET /pets", 200, { body: [{ id: "a" }, { id: "b" }] });
  assert.equal(living.of("/pets/{petId}", "GET")?.get("petId"), "b");
  assert.equal(living.of("/pets/{petId}", "DELETE"), undefined);
  learn(living, "POST /pets", 201, { body: { petId: "c" } });
  assert.equal(living.of("/pets/{petId}", "DELETE")?.get("petId"), "c");
  learn(living, "POST /pets", 201, { location: "http://127.0.0.1/pets/d%20e?x=1" });
  assert.equal(living.of("/pets/{petId}", "GET")?.get("petId"), "d e");
});

test("what is deleted, or not found, is there no longer", () => {
  const living = livingPaths(api);
  for (const name of ["a", "b", "c"]) learn(living, "POST /pets", 201, { body: { id: name } });
  learn(living, "DELETE /pets/{petId}", 200, { petId: "c" });
  assert.equal(living.of("/pets/{petId}", "GET")?.get("petId"), "b");
  learn(living, "GET /pets/{petId}", 404, { petId: "b" });
  assert.equal(living.of("/pets/{petId}", "GET")?.get("petId"), "a");
});

test("an answer that is an error, or has no id, teaches nothing", () => {
  const living = livingPaths(api);
  learn(living, "POST /pets", 404, { body: { id: "a" } });
  learn(living, "POST /pets", 201, { body: { name: "a" } });
  learn(living, "GET /pets", 200, { body: { rows: [{ id: null }, 7] } });
  assert.equal(living.of("/pets/{petId}", "GET"), undefined);
});

test("what is there leads to its parts, whatever the parameter is called there", async () => {
  const order: JsonObject = { ...id, name: "orderId" };
  const line: JsonObject = { ...id, name: "line" };
  const { api } = await testedApi({
    "/pets/{petId}": { parameters: [id], get: { responses } },
    "/pets/{orderId}/photo": { parameters: [order], get: { responses }, put: { responses } },
    "/pets/{petId}/toys/{line}": { parameters: [id, line], get: { responses } },
  });
  const living = livingPaths(api, { "/pets/{petId}": [{ petId: "a" }, { petId: "b" }] });
  assert.deepEqual(living.of("/pets/{orderId}/photo", "PUT"), new Map([["orderId", "b"]]));
  assert.equal(living.of("/pets/{petId}/toys/{line}", "GET"), undefined);
});

test("what is given before the first request is there until it is gone", () => {
  const living = livingPaths(api, { "/pets/{petId}": [{ petId: "a" }] });
  assert.equal(living.of("/pets/{petId}", "DELETE")?.get("petId"), "a");
  learn(living, "DELETE /pets/{petId}", 200, { petId: "a" });
  assert.equal(living.of("/pets/{petId}", "GET"), undefined);
});

test("of an object that has nothing but an object, that has the id", () => {
  const living = livingPaths(api);
  learn(living, "POST /pets", 201, { body: { data: { id: "a" } } });
  assert.equal(living.of("/pets/{petId}", "GET")?.get("petId"), "a");
});

test("what forks learn is not known to each other, and to all once it is joined, in the order of joining", () => {
  const living = livingPaths(api);
  learn(living, "POST /pets", 201, { body: { id: "a" } });
  const [one, other] = [living.fork(), living.fork()];
  learn(other, "POST /pets", 201, { body: { id: "c" } });
  learn(one, "POST /pets", 201, { body: { id: "b" } });
  learn(one, "DELETE /pets/{petId}", 200, { petId: "a" });
  assert.deepEqual([one, other, living].map((each) => each.of("/pets/{petId}", "GET")?.get("petId")), ["b", "c", "a"]);
  one.join();
  other.join();
  for (const name of ["c", "b", undefined]) {
    assert.equal(living.of("/pets/{petId}", "GET")?.get("petId"), name);
    if (name !== undefined) learn(living, "DELETE /pets/{petId}", 200, { petId: name });
  }
});

function learn(living: ReturnType<typeof livingPaths>, name: string, status: number, { body = null, location, petId }: { body?: Json; location?: string; petId?: string }): void {
  const tested = operations.find((each) => each.name === name);
  assert.ok(tested);
  const values = petId === undefined ? nothingSaid : { ...nothingSaid, path: new Map([["petId", petId]]) };
  const headers: [string, string][] = location === undefined ? [] : [["Location", location]];
  living.learn(
    { phase: "coverage", operation: tested.operation, title: "", request: { method: tested.contract.method, target: "/", headers: [] }, values, expectation: { kind: "any" } },
    { kind: "response", response: { status, headers, body: new TextEncoder().encode(JSON.stringify(body)), milliseconds: 1 } },
  );
}
