import assert from "node:assert/strict";
import test from "node:test";
import { intersection, keyword, literal, never, union, unknown, type TypeExpression } from "../../../generator/print/type-expression.ts";

const text = keyword("string");
const number = keyword("number");
const pet: TypeExpression = { kind: "name", name: { name: "Pet", from: "types.ts" } };
const object: TypeExpression = { kind: "object", members: [], index: unknown };

test("unknown swallows a union, and never leaves it", () => {
  assert.deepEqual(union([text, unknown]), unknown);
  assert.deepEqual(union([text, never]), text);
  assert.deepEqual(union([]), never);
});

test("never swallows an intersection, and unknown leaves it", () => {
  assert.deepEqual(intersection([text, never]), never);
  assert.deepEqual(intersection([text, unknown]), text);
  assert.deepEqual(intersection([]), unknown);
});

test("a union in a union is part of it, and nothing is said twice", () => {
  assert.deepEqual(union([text, union([number, text]), pet, { ...pet }]), { kind: "union", members: [text, number, pet] });
  assert.deepEqual(intersection([pet, intersection([object, { ...pet }])]), { kind: "intersection", members: [pet, object] });
});

test("a literal beside its type is that type", () => {
  assert.deepEqual(union([literal("a"), text]), text);
  assert.deepEqual(union([literal("a"), number]), { kind: "union", members: [literal("a"), number] });
});

test("a type and literals of it are these literals", () => {
  const colours = union([literal("red"), literal("green")]);
  assert.deepEqual(intersection([text, colours]), colours);
  assert.deepEqual(intersection([number, colours]), { kind: "intersection", members: [number, colours] });
});

test("a number that has no literal is a number", () => {
  assert.deepEqual(literal(Infinity), number);
  assert.deepEqual(literal(-1.5e-7), { kind: "literal", type: "number", text: "-1.5e-7" });
});
