import assert from "node:assert/strict";
import { test } from "node:test";
import { buildApi } from "../../../generator/model/build-api.ts";
import { fakeDocument } from "./fake-document.ts";

const ok = { responses: { 200: { description: "" } } };
const document = fakeDocument({
  paths: {
    "/pets": { get: { operationId: "listPets", tags: ["pets"], parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }], ...ok }, post: { ...ok } },
    "/pets/{id}": { get: { operationId: "getPet", ...ok }, delete: { operationId: "dropPet", responses: "none" } },
    "/elsewhere": { $ref: "#/components/pathItems/elsewhere" },
    "/more": { additionalOperations: { COPY: { ...ok } } },
  },
  components: { pathItems: { elsewhere: { get: { operationId: "there", ...ok } } } },
});

test("of paths with an operation that is wanted, everything is built; of others the names of what they have", () => {
  const { api } = buildApi(document, { isWanted: ({ operationId }) => operationId === "listPets" });
  const whole = buildApi(document).api;
  assert.deepEqual(api.paths[0], whole.paths[0]);
  assert.deepEqual(api.operations.map(({ method, path, operationId, at }) => [method, path, operationId, at]), whole.operations.map(({ method, path, operationId, at }) => [method, path, operationId, at]));
  assert.deepEqual(api.paths[1]?.operations.map(({ responses, parameters }) => [responses, parameters]), [[[], []], [[], []]]);
});

test("operations that stand elsewhere are built, wanted or not", () => {
  const { api } = buildApi(document, { isWanted: () => false });
  assert.deepEqual(api.operations.filter(({ responses }) => responses.length > 0).map(({ path }) => path), ["/elsewhere", "/more"]);
});

test("what is wrong in an operation that is not wanted stops nobody", () => {
  const codes = (wanted?: string) => buildApi(document, { isWanted: wanted === undefined ? undefined : ({ operationId }) => operationId === wanted }).diagnostics.map(({ code }) => code);
  assert.ok(codes().includes("wrong-type"));
  assert.ok(codes("getPet").includes("wrong-type"), "it has the same path");
  assert.deepEqual(codes("listPets"), []);
});
