import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { isSorted, keyOf } from "../../../../../generator/contract/tester/phases/semantic/order-of.ts";
import { answered, findingsOf } from "./server-of.ts";

for (const { keys, up, down } of [
  { keys: ["Ann", "Bo", "Zoe"], up: true, down: false },
  { keys: ["Zoe", "Bo", "Ann"], up: false, down: true },
  { keys: ["Bo", "Zoe", "Ann"], up: false, down: false },
  { keys: ["Zoe", "ann", "bo"], up: true, down: false },
  { keys: ["ann", "Bo", "zoe"], up: true, down: false },
  { keys: ["a2", "a10"], up: true, down: true },
  { keys: ["A1", "a1"], up: true, down: true },
  { keys: [2, 10], up: true, down: false },
  { keys: ["Ann", undefined, "Ann", 3], up: true, down: true },
]) {
  test(`${JSON.stringify(keys)} is ${up ? "" : "not "}upwards and ${down ? "" : "not "}downwards, in some way to sort texts`, () => {
    assert.deepEqual([isSorted(keys, 1), isSorted(keys, -1)], [up, down]);
  });
}

test("texts with blanks, marks or letters of a language have no place that all agree on", () => {
  assert.deepEqual(["Ann", "ann b", "é", "a-b", "AB-12", "2026-01-31", "2026-02-31T"].map((name) => keyOf({ name }, "name")), ["Ann", undefined, undefined, undefined, "AB-12", Date.parse("2026-01-31"), undefined]);
});

test("which way a list is sorted, a parameter of its own may say", async () => {
  const rows = ["Bo", "Ann", "Zoe"].map((name) => ({ name }));
  const parameters: JsonObject[] = [{ name: "order", in: "query", schema: { enum: ["asc", "desc"], default: "asc" } }, { name: "sort", in: "query", schema: { enum: ["name"] } }];
  const document: JsonObject = { paths: { "/pets": { get: { parameters, responses: { 200: answered({ type: "array", items: { type: "object", properties: { name: { type: "string" } } } }) } } } } };
  const sorting = (isDown: (order: string | null) => boolean) => findingsOf("semantic", document, ({ query }) => {
    const sorted = rows.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    return { status: 200, json: query.get("sort") === null ? rows : isDown(query.get("order")) ? sorted.reverse() : sorted };
  });
  assert.deepEqual(await sorting((order) => order === "desc"), []);
  assert.deepEqual(await sorting(() => false), ["warning broken-order GET /pets"]);
  assert.deepEqual(await sorting((order) => order === "asc"), ["warning broken-order GET /pets"]);
});
