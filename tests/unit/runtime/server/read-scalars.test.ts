import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Scalar } from "../../../../generator/runtime/server/contract.ts";
import { check, readOne } from "./reading.ts";

const read = (scalars: readonly Scalar[], raw: string) => readOne({ in: "path", shape: { scalars } }, encodeURIComponent(raw));

test("an integer follows JSON's grammar and nothing else", () => {
  for (const [raw, value] of [["0", 0], ["-0", 0], ["-12", -12], ["9007199254740991", 2 ** 53 - 1], ["9007199254740992", 2n ** 53n], ["-9223372036854775808", -(2n ** 63n)]]) {
    assert.equal(read(["integer"], String(raw)), value);
  }
  for (const raw of ["", " ", " 5", "5 ", "+5", "05", "00", "1.0", "1e2", "0x10", "0b1", "1_000", "1,000", "٣", "Infinity", "NaN", "-", "--1", "null", "true", "5\n"]) {
    assert.equal(read(["integer"], raw), "type  must be an integer", JSON.stringify(raw));
  }
});

test("an integer may have 1,000 digits", () => {
  assert.equal(read(["integer"], `-${"9".repeat(1000)}`), -(10n ** 1000n) + 1n);
  assert.equal(read(["integer"], "1".repeat(1002)), "type  must be an integer");
});

test("a number follows JSON's grammar, and is finite", () => {
  for (const [raw, value] of [["1.5", 1.5], ["-0.5e-3", -0.0005], ["1E+2", 100], ["12", 12], ["1152921504606846976", 2 ** 60], ["5e-324", 5e-324]]) assert.equal(read(["number"], String(raw)), value);
  for (const raw of ["", ".5", "5.", "1e", "01.5", "1e400", "-1e400", "Infinity", "NaN", "1,5", " 1", "0x1", "1.5.2"]) assert.equal(read(["number"], raw), "type  must be a number", raw);
});

test("a boolean is true or false", () => {
  assert.equal(read(["boolean"], "true"), true);
  assert.equal(read(["boolean"], "false"), false);
  for (const raw of ["", "1", "0", "True", "TRUE", "yes", "on", " true"]) assert.equal(read(["boolean"], raw), "type  must be true or false");
});

test("null is a word, but a text where a text is allowed", () => {
  assert.equal(read(["null", "integer"], "null"), null);
  assert.equal(read(["null", "integer"], "7"), 7);
  assert.equal(read(["null", "integer"], "x"), "type  must be null or an integer");
  assert.equal(read(["null", "string"], "null"), "null");
});

test("of several kinds the first counts whose grammar the text follows, and whose value the schema allows", () => {
  const all: readonly Scalar[] = ["string", "number", "integer", "boolean"];
  assert.deepEqual(["true", "5", "5.5", "five"].map((raw) => read(all, raw)), [true, 5, 5.5, "five"]);
  const shape = { scalars: all };
  assert.equal(readOne({ in: "path", shape, check: check((value) => typeof value === "string") }, "5"), "5");
  assert.equal(readOne({ in: "path", shape, check: check((value) => typeof value === "string" || value === 5) }, "5"), 5);
  assert.equal(readOne({ in: "path", shape, check: check(() => false) }, "5"), "test  must pass");
});

test("a text is what it is", async () => {
  await fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(read(["string"], text), text)));
});
