import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Check, ContentContract, Shape } from "../../../../generator/runtime/server/contract.ts";
import { readContent } from "../../../../generator/runtime/server/read-content.ts";
import { type GivenParameter, integer, readAll, readOne, text } from "./reading.ts";

// Each of these would take minutes where time grows with the square of the input.

const list: Shape = { items: text };
const mega = 300_000;

function body(kind: ContentContract<Check>["kind"], sent: string, shape: Shape = {}): unknown {
  const result = readContent(new TextEncoder().encode(sent), { mediaType: "a/b", kind, shape }, "multipart/form-data; boundary=b", { depth: 50 });
  return "value" in result ? result.value : result.violations.map(({ keyword }) => keyword).join();
}

test("300,000 commas are a long list", () => {
  const commas = ",".repeat(mega);
  const given: [GivenParameter, string][] = [
    [{ in: "path", shape: list }, commas], [{ in: "header", shape: list }, commas], [{ in: "query", explode: false, shape: list }, `a=${commas}`],
    [{ in: "cookie", explode: false, shape: list }, `a=${commas}`], [{ in: "path", shape: { ...list, ...text, joined: true } }, commas],
    [{ in: "path", shape: { ...list, ...integer, properties: {} } }, commas],
  ];
  for (const [parameter, raw] of given) {
    const value = readOne(parameter, raw);
    assert.ok(Array.isArray(value) && value.length === mega + 1);
  }
  assert.equal(readOne({ in: "path", shape: { items: integer } }, commas), "type /0 must be an integer");
});

test("a hundred thousand pairs are read once", () => {
  const count = 100_000;
  const repeated = (pair: (index: number) => string, between = "&") => Array.from({ length: count }, (_, index) => pair(index)).join(between);
  const same = readOne({ in: "query", shape: list }, repeated(() => "a=x"));
  assert.ok(Array.isArray(same) && same.length === count);
  assert.equal(readOne({ in: "query" }, repeated(() => "a=x")), "style  must be given once");
  const cookies = readOne({ in: "cookie", shape: list }, repeated(() => "a=x", "; "));
  assert.ok(Array.isArray(cookies) && cookies.length === count);
  assert.equal(readAll([], { query: repeated((index) => `x${index}`) }, "refuse").violations.length, 20);
  const rest = readOne({ in: "query", shape: { additional: integer } }, repeated((index) => `x${index}=1`));
  assert.equal(Object.keys(Object(rest)).length, count);
  for (const names of [(index: number) => `a[${index}]=x`, (index: number) => `a[${count - index}]=x`, () => "a[]=x"]) {
    const deep = readOne({ in: "query", style: "deepObject", shape: list }, repeated(names));
    assert.ok(Array.isArray(deep) && deep.length === count);
  }
  assert.equal(Object.keys(Object(body("urlencoded", repeated((index) => `x${index}=1`)))).length, count);
  assert.deepEqual(body("urlencoded", repeated(() => "x=1"), { properties: { x: { items: text } } }), { x: Array.from({ length: count }, () => "1") });
});

test("deepObject ends at 32 levels", () => {
  const deep = (levels: number) => `a${"[b]".repeat(levels)}=1`;
  const object: GivenParameter = { in: "query", style: "deepObject", shape: { properties: {} } };
  assert.equal(typeof readOne(object, deep(32)), "object");
  assert.equal(readOne(object, deep(33)), "depth  must not be nested deeper than 32 levels");
  assert.equal(readOne(object, deep(mega / 3)), "depth  must not be nested deeper than 32 levels");
  assert.equal(readOne(object, `a${"[".repeat(mega)}`), "style  must have its names in brackets");
});

test("no text is long enough to take long", () => {
  for (const raw of ["%", "%41", "=", "&", "+", ";", ".", "[", "]", '"', "\\", "0", "9", "-", " ", "\0", "é"].map((unit) => unit.repeat(mega / unit.length))) {
    for (const style of ["simple", "label", "matrix"] as const) {
      for (const explode of [true, false]) readOne({ in: "path", style, explode, shape: { ...integer, items: integer, properties: { R: integer } } }, style === "label" ? `.${raw}` : `;a=${raw}`);
    }
    for (const style of ["form", "spaceDelimited", "pipeDelimited", "deepObject"] as const) readOne({ in: "query", style, shape: { items: integer, additional: integer } }, `a=${raw}&${raw}=1`);
    readOne({ in: "cookie", shape: { additional: integer } }, `${raw}=${raw}`);
    for (const kind of ["json", "urlencoded", "multipart", "lines", "text"] as const) body(kind, raw);
    body("json", `["${raw}`);
    body("multipart", `--b\r\nContent-Disposition: form-data; ${raw.slice(0, 16_000)}\r\n\r\n${raw}\r\n--b--`);
  }
  for (const unit of ["\r\n", "\r", "\r\n--", "--b", "\r\n\r\n", '; a="', '; a="\\"', "[1,", '{"a":', '"\\u0041', '\\"', '[{"a":"', "1,"]) {
    const raw = unit.repeat(mega / unit.length);
    for (const kind of ["json", "urlencoded", "multipart", "lines"] as const) assert.ok(body(kind, raw) !== undefined);
    for (const sent of [`--b\r\n${raw}`, `--b\r\nContent-Disposition: form-data; name="x"${unit.repeat(2000)}\r\n\r\n${raw}\r\n--b--`]) assert.ok(body("multipart", sent) !== undefined);
  }
});

test("whatever comes is a value or a violation, and nothing is ever thrown", () => {
  const nasty = fc.array(fc.oneof(fc.constantFrom("%", "%2C", "%zz", "%C3", ",", ";", "=", "&", "[", "]", "[]", ".", "|", "+", " ", "a", "R", "0", "-1", "true", "\0", "__proto__", "constructor", "\ud800", '"'), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 12 }).map((pieces) => pieces.join(""));
  const shapes: Shape[] = [text, integer, { items: integer }, { properties: { R: integer, __proto__: text } }, { ...text, items: integer, additional: text }, { ...text, ...list, joined: true }, {}];
  const pristine = Object.getOwnPropertyNames(Object.prototype).join();
  fc.assert(fc.property(nasty, fc.constantFrom(...shapes), fc.boolean(), (raw, shape, explode) => {
    const given: GivenParameter[] = [
      ...(["simple", "label", "matrix"] as const).map((style) => ({ in: "path", style, explode, shape }) as const),
      ...(["form", "spaceDelimited", "pipeDelimited", "deepObject"] as const).map((style) => ({ in: "query", style, explode, shape }) as const),
      ...(["form", "cookie"] as const).map((style) => ({ in: "cookie", style, explode, shape }) as const),
      { in: "header", explode, shape },
      { in: "query", content: { mediaType: "application/json", kind: "json" }, shape },
      { in: "querystring", content: { mediaType: "application/x-www-form-urlencoded", kind: "urlencoded", shape }, shape },
    ];
    for (const parameter of given) {
      for (const sent of [raw, `a=${raw}`, `a[${raw}]=${raw}`, `${raw}=${raw}`]) readAll([{ ...parameter, allowEmptyValue: explode }], { path: { a: raw }, query: sent, headers: { a: raw, cookie: sent } }, "refuse");
    }
    for (const kind of ["json", "urlencoded", "lines", "text"] as const) assert.ok(body(kind, raw, shape) !== undefined);
    body("multipart", `--b\r\nContent-Disposition: form-data; name=${raw}\r\nContent-Type: ${raw}\r\n\r\n${raw}\r\n--b--`, shape);
  }), { numRuns: 300 });
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), pristine);
});
