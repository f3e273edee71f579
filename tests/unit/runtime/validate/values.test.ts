import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { equal } from "../../../../generator/runtime/validate/equal.ts";
import { isFormat } from "../../../../generator/runtime/validate/format.ts";
import { atLeast, atMost } from "../../../../generator/runtime/validate/lengths.ts";
import { isMultipleOf } from "../../../../generator/runtime/validate/numbers.ts";
import { isUnique } from "../../../../generator/runtime/validate/unique.ts";

test("multiples are those of the numbers as they are written", () => {
  for (const [value, divisor] of [[19.99, 0.01], [0.0075, 0.0001], [1e308, 0.5], [-4.5, 1.5], [0, 3], [9007199254740993n, 3]] as const) assert.ok(isMultipleOf(value, divisor), `${value} of ${divisor}`);
  for (const [value, divisor] of [[19.999, 0.01], [1e308, 0.123456789], [5e-324, 1e-320], [9007199254740993n, 2], [1, 0]] as const) assert.ok(!isMultipleOf(value, divisor), `${value} of ${divisor}`);
  fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 6 }), (times, base, digits) => {
    const divisor = Number(`${base}e-${digits}`);
    assert.ok(isMultipleOf(Number(`${BigInt(times) * BigInt(base)}e-${digits}`), divisor));
  }));
});

test("lengths are counted in characters", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.nat(20), (text, limit) => {
    const length = [...text].length;
    assert.deepEqual([atLeast(text, limit), atMost(text, limit)], [length >= limit, length <= limit]);
  }));
});

test("values that are the same JSON are equal, and lists with two of them are not unique", () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, turned(member)])) : value;
  };
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
    assert.ok(equal(one, turned(one)));
    assert.equal(isUnique([one, turned(one)]), false);
    assert.equal(isUnique([one, other]), !equal(one, other));
  }));
  assert.ok(equal({ a: 1, b: undefined }, { a: 1n }));
  assert.ok(!isUnique([{ a: [1n] }, { a: [1] }]));
  assert.ok(isUnique([1, "1", true, "true", null, "null", [1], ["1"], {}, [], "", 0, false, ["a,b"], ["a", "b"], 2n ** 60n, { a: 1 }, { a: "1" }]));
});

test("uniqueness of many and of deep items, and of ones that contain themselves, is found out", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  assert.equal(isUnique([deep, deep]), false);
  const own: unknown[] = [];
  own.push(own);
  assert.equal(isUnique([own, 1]), true);
  assert.equal(isUnique(Array.from({ length: 100_000 }, (_, index) => ({ index }))), true);
});

test("numeric formats hold numbers to what fits, and say nothing of others", () => {
  for (const [name, value, expected] of [
    ["int32", 2 ** 31 - 1, true], ["int32", 2 ** 31, false], ["int32", 1.5, false], ["int64", 2n ** 63n - 1n, true], ["int64", 2n ** 63n, false],
    ["int64", Number("9223372036854775807"), true], ["int64", 2 ** 63 + 2 ** 11, false], ["int64", -(2 ** 63), true], ["int64", 0.5, false],
    ["float", 1e39, false], ["float", 0.1, true], ["double", 1e308, true], ["int32", "x", true], ["date", 1, true], ["unknown", "x", true],
    ["byte", "YQ==", true], ["byte", "YQ=", false], ["byte", "Y*==", false], ["base64url", "YQ", true], ["base64url", "YQ==", true], ["base64url", "Y", false],
    ["binary", "\0", true], ["password", "x", true],
  ] as const) assert.equal(isFormat(name, value), expected, `${name} ${value}`);
});

// A format that takes quadratic time would take minutes here.
test("no format is slow for a hostile text", () => {
  const names = ["date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uri-template", "uuid", "json-pointer", "relative-json-pointer", "byte", "base64url"];
  for (const name of names) {
    for (const unit of ["a", "1", "-", "(", "%41", "{a}", "/", "~0", "=", ":", "::", "@", '"', "P1", "é", "‌", "xn--", "1."]) {
      for (const start of ["", "http://", "a@", "2020-01-01T00:00:00."]) isFormat(name, `${start}${unit.repeat(500_000 / unit.length)}<`);
    }
  }
});
