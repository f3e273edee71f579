import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../../../../generator/runtime/validate/fits.ts";
import type { SchemaObject } from "../../../../generator/runtime/validate/schema-data.ts";
import { violations } from "../../../../generator/runtime/validate/violations.ts";

function nested(depth: number, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = { next: value };
  return value;
}

const list: SchemaObject = { at: "/List", type: ["object", "null"], properties: { next: { $ref: () => list } } };

test("a value that nests 500 levels is judged, and one that nests deeper is refused with one violation", () => {
  assert.deepEqual(violations(list, nested(500, null)), []);
  const [violation, ...others] = violations(list, nested(100_000, null));
  assert.equal(violation?.keyword, "depth");
  assert.deepEqual(others, []);
  assert.equal(fits(list, nested(100_000, null)), false);
});

test("references that lead round and round end", () => {
  const one: SchemaObject = { $ref: () => other };
  const other: SchemaObject = { allOf: [{ $ref: () => one }], type: "string" };
  assert.equal(fits(one, "a"), true);
  assert.equal(fits(one, 1), false);
});

// Each level is judged by both members: 2^60 times at the end, were nothing remembered.
test("a union inside a recursion takes time in proportion to the value", () => {
  for (const keyword of ["anyOf", "oneOf", "allOf"] as const) {
    const below: SchemaObject = { properties: { next: { $ref: () => node } } };
    const node: SchemaObject = { type: ["object", "null", "number"], [keyword]: [{ ...below, required: ["a"] }, { ...below, maxProperties: 5 }, { $ref: () => list }] };
    fits(node, nested(60, 1));
    assert.ok(violations(node, nested(60, "no")).length <= 20);
  }
});
