import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Check, ContentContract, Shape } from "../../generator/runtime/server/contract.ts";
import { readContent } from "../../generator/runtime/server/read-content.ts";
import { corpusFolder, withoutCorpus } from "../support/corpus.ts";
import { check, type GivenParameter, integer, readAll, readOne, text } from "../unit/runtime/server/reading.ts";

const list: Shape = { items: text };
const integers: Shape = { items: integer };
const rgb: Shape = { properties: { R: integer, G: integer } };
const blue = ["blue", "black"];
const json: ContentContract<Check> = { mediaType: "application/json", kind: "json" };

/** Texts that servers are known to misread, each with what it means; with the two tests below, 33. */
const cases: [name: string, parameter: GivenParameter, raw: string, value: unknown][] = [
  ["path, an integer", { in: "path", shape: integer }, "5", 5],
  ["path, a list of integers", { in: "path", shape: integers }, "1,2", [1, 2]],
  ["path, an object", { in: "path", shape: rgb }, "R,100,G,200", { R: 100, G: 200 }],
  ["path, an object, exploded", { in: "path", explode: true, shape: rgb }, "R=100,G=200", { R: 100, G: 200 }],
  ["path, label", { in: "path", style: "label", shape: integer }, ".5", 5],
  ["path, label, a list exploded", { in: "path", style: "label", explode: true, shape: list }, ".blue.black", blue],
  ["path, matrix", { in: "path", style: "matrix", shape: integer }, ";a=5", 5],
  ["path, matrix, a list", { in: "path", style: "matrix", shape: list }, ";a=blue,black", blue],
  ["path, matrix, an object exploded", { in: "path", style: "matrix", explode: true, shape: rgb }, ";R=100;G=200", { R: 100, G: 200 }],
  ["path, an encoded comma is one of the item", { in: "path", shape: list }, "a%2Cb,c", ["a,b", "c"]],
  ["query, an encoded comma is one of the item", { in: "query", explode: false, shape: list }, "a=a%2Cb,c", ["a,b", "c"]],
  ["query, an integer", { in: "query", shape: integer }, "a=5", 5],
  ["query, a boolean", { in: "query", shape: { scalars: ["boolean"] } }, "a=false", false],
  ["query, form, a list exploded", { in: "query", shape: integers }, "a=1&a=2", [1, 2]],
  ["query, form, a list exploded with one item", { in: "query", shape: integers }, "a=1", [1]],
  ["query, form, a list", { in: "query", explode: false, shape: integers }, "a=1,2", [1, 2]],
  ["query, spaceDelimited", { in: "query", style: "spaceDelimited", shape: integers }, "a=1%202", [1, 2]],
  ["query, pipeDelimited", { in: "query", style: "pipeDelimited", shape: integers }, "a=1|2", [1, 2]],
  ["query, deepObject", { in: "query", style: "deepObject", shape: rgb }, "a[R]=100&a[G]=200", { R: 100, G: 200 }],
  ["query, JSON", { in: "query", content: json }, "a=%7B%22b%22%3A%5B1%5D%7D", { b: [1] }],
  ["query, form, an object exploded", { in: "query", shape: rgb }, "R=100&G=200", { R: 100, G: 200 }],
  ["query, form, an object", { in: "query", explode: false, shape: rgb }, "a=R,100,G,200", { R: 100, G: 200 }],
  ["header, a list", { in: "header", shape: integers }, "1, 2", [1, 2]],
  ["header, an object", { in: "header", shape: rgb }, "R,100,G,200", { R: 100, G: 200 }],
  ["header, an object exploded", { in: "header", explode: true, shape: rgb }, "R=100,G=200", { R: 100, G: 200 }],
  ["header, an integer", { in: "header", shape: integer }, "5", 5],
  ["cookie, an integer", { in: "cookie", shape: integer }, "z=1; a=5", 5],
  ["1e2 is no integer", { in: "query", shape: integer }, "a=1e2", "type  must be an integer"],
  ["0x10 is no integer", { in: "query", shape: integer }, "a=0x10", "type  must be an integer"],
  ["a blank is not part of an integer", { in: "query", shape: integer }, "a=%205", "type  must be an integer"],
  ["an integer beyond 2^53 is exact", { in: "query", shape: integer }, "a=9007199254740993", 9007199254740993n],
];

for (const [name, parameter, raw, value] of cases) test(`${name}: ${raw}`, () => assert.deepEqual(readOne(parameter, raw), value));

test("a name that nobody declared is refused where that is asked for", () => {
  const { violations } = readAll([{ in: "query", name: "limit", shape: integer }], { query: "limit=5&limt=6" }, "refuse");
  assert.deepEqual(violations, [{ in: "query", name: "limt", path: "", schema: "", keyword: "unknown", message: 'is no parameter of this operation; did you mean "limit"?' }]);
});

test("a text in a body is no integer, and an integer is one", () => {
  const body = (sent: string) => readContent(new TextEncoder().encode(sent), { ...json, check: check(Number.isInteger) }, "application/json", { depth: 10 });
  assert.deepEqual(body('"5"'), { violations: [{ path: "", schema: "#", keyword: "test", message: "must pass" }] });
  assert.deepEqual(body("5"), { value: 5 });
});

// The tables "Style Examples" of the standard, read. `null` is "n/a": the standard says nothing.
type Kind = "undefined" | "string" | "array" | "object";
type Row = { style: string; explode: boolean | null } & { [kind in Kind]: string | null };
type Suite = { values: { [kind in Kind]?: unknown }; tables: { [version: string]: Row[] } };

const path = join("suites", "oas-style-values", "style-values.json");
const skip = withoutCorpus(path);
const { values, tables }: Suite = skip === false ? JSON.parse(readFileSync(join(corpusFolder, path), "utf8")) : { values: {}, tables: {} };
const shapes: { [kind in Kind]: Shape } = { undefined: text, string: text, array: list, object: { properties: { R: integer, G: integer, B: integer } } };

for (const [version, rows] of Object.entries(tables)) {
  describe(`OpenAPI ${version}, read`, { skip }, () => {
    for (const row of rows) {
      for (const kind of ["undefined", "string", "array", "object"] as const) {
        const cell = row[kind];
        if (cell === null) continue;
        const raw = cell.replace(/^\?/, "");
        for (const parameter of placesOf(row)) {
          test(`${parameter.in} ${row.style}, explode ${row.explode}, ${kind}: ${raw}`, () => {
            const sent = parameter.in === "cookie" ? raw.replaceAll("&", "; ") : raw;
            // Up to 3.2.0 the first column shows the empty string.
            const value = kind === "undefined" ? "" : values[kind];
            assert.deepEqual(readOne({ ...parameter, name: "color", explode: row.explode ?? true, shape: shapes[kind] }, sent, "color"), value);
          });
        }
      }
    }
  });
}

function placesOf({ style }: Row): GivenParameter[] {
  switch (style) {
    case "simple":
      return [{ in: "path", style }, { in: "header", style }];
    case "label":
    case "matrix":
      return [{ in: "path", style }];
    case "form":
      return [{ in: "query", style }, { in: "cookie", style }];
    case "cookie":
      return [{ in: "cookie", style }];
    case "spaceDelimited":
    case "pipeDelimited":
    case "deepObject":
      return [{ in: "query", style }];
    default:
      throw new Error(`No style ${style}`);
  }
}
