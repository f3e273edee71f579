import assert from "node:assert/strict";
import { test } from "node:test";
import { selectOperations } from "../../../../generator/contract/tester/select-operations.ts";
import { notToldApart } from "../../../../generator/contract/tester/told-apart.ts";
import { testedApi } from "./tested-api.ts";

const get = { responses: { "200": { description: "d" } } };
const named = (...names: string[]) => names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));

const { api, operations } = await testedApi({
  "/#Action=Add": { get, post: get },
  "/#Action=Remove": { get },
  "/pets/{id}": { get: { ...get, parameters: named("id") } },
  "/pets/{name}": { get: { ...get, parameters: named("name") } },
  "/pets/mine": { get },
  "/pets/{id}.json": { get: { ...get, parameters: named("id") } },
  "/toys?beta=true": { get },
  "/toys": { get, delete: get },
  "/caf%C3%A9": { get },
  "/café": { get },
});

test("what stands behind # and ?, and names of placeholders, do not tell one operation from another", () => {
  const alike = notToldApart(api.operations);
  assert.deepEqual(api.operations.filter((operation) => !alike.has(operation)).map(({ method, path }) => `${method} ${path}`), ["post /#Action=Add", "get /pets/mine", "get /pets/{id}.json", "delete /toys"]);
});

test("such operations are left out with a reason, unless they are asked for by name", () => {
  const { operations: tested, skipped } = selectOperations(operations, undefined, undefined);
  assert.equal(tested.length, 4);
  assert.deepEqual(skipped[0], { operation: "GET /#Action=Add", reason: "a request does not tell it from another operation (--operation tests it all the same)" });
  assert.deepEqual(selectOperations(operations, ["GET /toys"], undefined).operations.map(({ name }) => name), ["GET /toys"]);
});
