import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { cookie } from "../../generator/runtime/cookie.ts";
import { ArgumentError } from "../../generator/runtime/errors.ts";
import { header } from "../../generator/runtime/header.ts";
import { operation, type Operation } from "../../generator/runtime/operation.ts";
import { label, matrix, simpleObject } from "../../generator/runtime/path-styles.ts";
import { deepObject, formAny, formObject, pipeDelimited, spaceDelimited } from "../../generator/runtime/query-styles.ts";
import { corpusFolder, withoutCorpus } from "../support/corpus.ts";
import { type Received, wireServer } from "../support/wire-server.ts";

// The tables "Style Examples" of the standard, each cell as a server receives it. `null` is "n/a": the standard says nothing.
type Row = { style: string; explode: boolean | null } & { [kind in Kind]: string | null };
type Kind = "undefined" | "string" | "array" | "object";
type Suite = { values: { [kind in Kind]?: unknown }; tables: { [version: string]: Row[] } };

const path = join("suites", "oas-style-values", "style-values.json");
const skip = withoutCorpus(path);
const { values, tables }: Suite = skip === false ? JSON.parse(readFileSync(join(corpusFolder, path), "utf8")) : { values: {}, tables: {} };
const kinds = ["undefined", "string", "array", "object"] as const;
const { received, sent } = wireServer();

// The editions up to 3.2.0 show in this column what RFC 6570 makes of the empty string. What is undefined is not sent at all (§2.3).
const valueOf = (kind: Kind): unknown => (kind === "undefined" ? "" : values[kind]);

/** A way to send a parameter `color`, and where it then stands in the request. */
type Way = { operation: Operation<{ color: unknown }, unknown>; read: (request: Received) => string | undefined };

for (const [version, rows] of Object.entries(tables)) {
  describe(`OpenAPI ${version}`, { skip }, () => {
    for (const row of rows) {
      for (const kind of kinds) {
        const cell = row[kind];
        if (cell === null) continue;
        // Query strings were shown with their "?" once.
        const expected = cell.replace(/^\?/, "");
        for (const [name, way] of waysOf(row, kind)) {
          test(`${row.style}, explode ${row.explode}, ${kind}, by ${name}: ${expected}`, () => check(way, valueOf(kind), expected));
        }
      }
    }
  });
}

test("every cell that says something is sent", { skip }, () => {
  const counts = Object.entries(tables).map(([version, rows]) => {
    const cells = rows.flatMap((row) => kinds.filter((kind) => row[kind] !== null).map((kind) => waysOf(row, kind).length));
    assert.ok(cells.every((ways) => ways > 0), version);
    return [version, cells.length];
  });
  assert.deepEqual(counts, [["3.0.4", 37], ["3.1.2", 37], ["3.2.0", 45]]);
});

test("what is undefined is not sent; in a path it is refused", async () => {
  const query = operation<{ color?: string }, unknown>("GET /colors{?color}");
  assert.equal((await sent(query, {})).target, "/colors");
  for (const part of [label("color"), matrix("color"), simpleObject("color")]) {
    await assert.rejects(sent(operation<{ color?: string }, unknown>("GET /{color}", part), {}), ArgumentError);
  }
});

test("an object that a style has no room for is refused", async () => {
  await assert.rejects(sent(operation<{ color: string }, unknown>("GET /colors{?color}", deepObject("color")), { color: "blue" }), ArgumentError);
});

async function check({ operation: way, read }: Way, value: unknown, expected: string): Promise<void> {
  // A segment that is empty or "." is taken away from a URL, which then leads elsewhere.
  if (expected === "" || expected === ".") {
    const count = received.length;
    await assert.rejects(sent(way, { color: value }), ArgumentError);
    assert.equal(received.length, count, "nothing is sent");
  } else {
    assert.equal(read(await sent(way, { color: value })), expected);
  }
}

function waysOf({ style, explode }: Row, kind: Kind): [name: string, Way][] {
  const exploded = explode ?? true;
  const star = exploded ? "*" : "";
  const inPath = (route: string, part?: ReturnType<typeof label>): Way => ({
    operation: operation(`GET /${route}`, ...(part ? [part] : [])),
    read: ({ target }) => target.slice(1),
  });
  const inQuery = (name: string, part?: ReturnType<typeof label>): Way => ({
    operation: operation(`GET /${name}`, ...(part ? [part] : [])),
    read: ({ target }) => target.slice(2),
  });
  switch (style) {
    case "matrix":
      return [["matrix", inPath("{color}", matrix("color", exploded))]];
    case "label":
      return [["label", inPath("{color}", label("color", exploded))]];
    case "simple": {
      const ways: [string, Way][] = [["simpleObject", inPath("{color}", simpleObject("color", exploded))]];
      if (kind !== "object") ways.push(["template", inPath("{color}")]);
      const inHeader: Way = { operation: operation("GET /", header("color", { explode: exploded })), read: ({ headers }) => headers["color"] };
      return kind === "undefined" ? ways : [...ways, ["header", inHeader]];
    }
    case "form": {
      // "Serialization and Examples": `&` is what a query has, and never right in a cookie.
      const read: Way["read"] = ({ headers }) => headers["cookie"]?.replaceAll("; ", "&");
      const inCookie: Way = { operation: operation("GET /", cookie("color", { explode: exploded })), read };
      const template: [string, Way][] = kind === "object" ? [["formObject", inQuery("{?color}", formObject("color", exploded))]] : [["template", inQuery(`{?color${star}}`)]];
      return [...template, ["formAny", inQuery("{?color}", formAny("color", exploded))], ["cookie", inCookie]];
    }
    case "spaceDelimited":
      return [["spaceDelimited", inQuery("{?color}", spaceDelimited("color"))]];
    case "pipeDelimited":
      return [["pipeDelimited", inQuery("{?color}", pipeDelimited("color"))]];
    case "deepObject":
      return [["deepObject", inQuery("{?color}", deepObject("color"))]];
    case "cookie":
      return [["cookie", { operation: operation("GET /", cookie("color", { style: "cookie", explode: exploded })), read: ({ headers }) => headers["cookie"] }]];
    default:
      throw new Error(`No style ${style}`);
  }
}
