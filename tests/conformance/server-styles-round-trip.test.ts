import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cookie } from "../../generator/runtime/cookie.ts";
import { ArgumentError } from "../../generator/runtime/errors.ts";
import { exact } from "../../generator/runtime/exact.ts";
import { header } from "../../generator/runtime/header.ts";
import { parseJson, stringifyJson } from "../../generator/runtime/json.ts";
import type { Part } from "../../generator/runtime/operation.ts";
import { contentPath, label, matrix, reservedPath, simpleObject } from "../../generator/runtime/path-styles.ts";
import { contentQuery, deepObject, emptyValue, formAny, pipeDelimited, querystring, reserved, spaceDelimited } from "../../generator/runtime/query-styles.ts";
import { call } from "../../generator/runtime/send.ts";
import type { ContentContract, Shape } from "../../generator/runtime/server/contract.ts";
import { type GivenParameter, readAll } from "../unit/runtime/server/reading.ts";

// What our client sends, our server reads back equal: for every style, location, kind of value and explode.

/** Sends a parameter `a` to nobody, and reads it from the URL and the headers that would have been sent. */
async function readBack(route: string, part: Part | undefined, parameter: GivenParameter, a: unknown): Promise<unknown> {
  const requests: { url: URL; headers: Record<string, string> }[] = [];
  const fetch = async (url: string, { headers }: { headers: Record<string, string> }) => {
    // As fetch itself does (WHATWG URL).
    requests.push({ url: new URL(url), headers });
    return new Response(null, { status: 204 });
  };
  await call({ baseUrl: "http://localhost", fetch }, route, [exact(), ...(part ? [part] : [])], { a });
  const [request] = requests;
  assert.ok(request);
  const { path, query, headers, cookies, violations } = readAll([parameter], {
    path: { a: request.url.pathname.split("/")[2] ?? "" }, query: request.url.search.slice(1), headers: request.headers,
  }, "refuse");
  assert.deepEqual(violations, []);
  return { ...path, ...query, ...headers, ...cookies }["a"];
}

const integers = fc.oneof(fc.maxSafeInteger(), fc.bigInt().filter((value) => !Number.isSafeInteger(Number(value)))).map((value) => (value === 0 ? 0 : value));
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const texts = fc.string({ unit: "binary" });

/** Kinds of scalars, and the shape of each. */
type Kind = { shape: Shape; values: fc.Arbitrary<unknown> };
const scalars = (allowed: fc.Arbitrary<string>): Kind[] => [
  { shape: { scalars: ["string"] }, values: allowed },
  { shape: { scalars: ["integer"] }, values: integers },
  { shape: { scalars: ["number"] }, values: numbers },
  { shape: { scalars: ["boolean"] }, values: fc.boolean() },
  { shape: { scalars: ["integer", "string"] }, values: fc.oneof(integers, allowed.filter((text) => !/^-?\d+$/.test(text))) },
];

/** Whatever can be sent in a style. `items` and `names` are texts that have nothing in them which the style leaves as it is. */
type Limits = { whole: fc.Arbitrary<string>; items: fc.Arbitrary<string>; names: fc.Arbitrary<string>; fractions: boolean };

function kinds({ whole, items, names, fractions }: Limits): Kind[] {
  const flat = scalars(items).filter(({ shape }) => fractions || !shape.scalars?.includes("number"));
  const lists = flat.map(({ shape, values }): Kind => ({ shape: { items: shape }, values: fc.array(values, { minLength: 1 }) }));
  const objects = flat.map(({ shape, values }): Kind => ({
    shape: { properties: { R: { scalars: ["integer"] }, on: { scalars: ["boolean"] } }, additional: shape },
    values: fc.tuple(fc.option(integers, { nil: undefined }), fc.dictionary(names, values, { noNullPrototype: true, minKeys: 1 }))
      .map(([R, rest]) => ({ ...rest, ...(R !== undefined && { R }) })).filter((value) => !("R" in value) || typeof value.R !== "string"),
  }));
  return [...scalars(whole), ...lists, ...objects.map(({ shape, values }) => ({ shape, values: values.filter(isRight) }))];
}

/** R is an integer wherever it is, and `on` a boolean. */
function isRight(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return (!("R" in value) || typeof value.R === "bigint" || Number.isSafeInteger(value.R)) && (!("on" in value) || typeof value.on === "boolean");
}

type Way = [name: string, route: string, part: (explode: boolean) => Part | undefined, parameter: GivenParameter, limits: Limits, explodes: readonly boolean[]];
const free: Limits = { whole: texts, items: texts, names: texts, fractions: true };
const without = (pattern: RegExp): fc.Arbitrary<string> => texts.filter((text) => !pattern.test(text));
const both = [false, true] as const;
const inHeader = (pattern: RegExp) => fc.string({ unit: "grapheme-ascii" }).filter((text) => !pattern.test(text) && text === text.trim());

const ways: Way[] = [
  ["path simple", "GET /x/{a}/y", (explode) => simpleObject("a", explode), { in: "path", style: "simple" }, free, both],
  ["path label", "GET /x/{a}/y", (explode) => label("a", explode), { in: "path", style: "label" }, { ...free, items: without(/\./), names: without(/\./), fractions: false }, both],
  ["path matrix", "GET /x/{a}/y", (explode) => matrix("a", explode), { in: "path", style: "matrix" }, free, both],
  ["query form", "GET /{?a}", (explode) => formAny("a", explode), { in: "query", style: "form" }, free, both],
  ["query spaceDelimited", "GET /{?a}", () => spaceDelimited("a"), { in: "query", style: "spaceDelimited" }, { ...free, items: without(/ /), names: without(/ /) }, [false]],
  ["query pipeDelimited", "GET /{?a}", () => pipeDelimited("a"), { in: "query", style: "pipeDelimited" }, { ...free, items: without(/\|/), names: without(/\|/) }, [false]],
  ["query with allowReserved", "GET /{?a}", (explode) => reserved("a", explode), { in: "query", style: "form" }, { ...free, whole: without(/%/), items: without(/[%,]/), names: without(/[%,]/) }, both],
  ["query with allowEmptyValue", "GET /{?a}", (explode) => emptyValue("a", false, "a", explode), { in: "query", style: "form", allowEmptyValue: true }, { ...free, items: without(/^$/), names: without(/^a?$/) }, both],
  ["header", "GET /", (explode) => header("a", { explode }), { in: "header", style: "simple" }, { whole: inHeader(/\n/), items: inHeader(/,/), names: inHeader(/[,=]/), fractions: true }, both],
  ["cookie form", "GET /", (explode) => cookie("a", { explode }), { in: "cookie", style: "form" }, { ...free, names: without(/^$/) }, both],
  ["cookie cookie", "GET /", (explode) => cookie("a", { style: "cookie", explode }), { in: "cookie", style: "cookie" },
    { whole: inHeader(/[; ]/), items: inHeader(/[;, ]/), names: inHeader(/[;,=% ]|^$/), fractions: true }, both],
];

for (const [name, route, part, parameter, limits, explodes] of ways) {
  for (const explode of explodes) {
    test(`${name}${explode ? ", exploded" : ""}`, async () => {
      for (const { shape, values } of kinds(limits)) {
        await fc.assert(fc.asyncProperty(values, async (value) => {
          const back = readBack(route, part(explode), { ...parameter, explode, shape }, value);
          assert.deepEqual(await orRefused(back), await orRefused(back.then(() => value)), JSON.stringify(shape));
        }), { numRuns: 60 });
      }
    });
  }
}

/** What cannot be sent truthfully the client refuses: that is no round trip. */
async function orRefused(back: Promise<unknown>): Promise<unknown> {
  return back.catch((error: unknown) => {
    if (error instanceof ArgumentError) return "refused";
    throw error;
  });
}

test("templates alone: lists and scalars of styles simple and form", async () => {
  await fc.assert(fc.asyncProperty(texts, fc.array(texts, { minLength: 1 }), async (one, several) => {
    const list: Shape = { items: { scalars: ["string"] } };
    for (const [route, parameter, value] of [
      ["GET /x/{a}/y", { in: "path", shape: list }, several],
      ["GET /{?a}", { in: "query" }, one],
      ["GET /{?a}", { in: "query", explode: false, shape: list }, several],
      ["GET /{?a*}", { in: "query", explode: true, shape: list }, several],
    ] as const) {
      const back = readBack(route, undefined, parameter, value);
      assert.deepEqual(await orRefused(back), await orRefused(back.then(() => value)));
    }
  }));
});

test("deepObject, as deep as the value", async () => {
  const names = texts.filter((text) => !/[[\]]|^$/.test(text));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof({ depthSize: "small" }, texts, fc.dictionary(names, tie("tree"), { noNullPrototype: true, minKeys: 1 })),
  }));
  const value = fc.record({
    n: integers, list: fc.array(fc.record({ price: numbers, tags: fc.array(texts, { minLength: 1 }) }, { noNullPrototype: true }), { minLength: 1, maxLength: 15 }),
    any: fc.dictionary(names, tree, { noNullPrototype: true, minKeys: 1 }),
  }, { noNullPrototype: true });
  const item: Shape = { properties: { price: { scalars: ["number"] }, tags: { items: { scalars: ["string"] } } } };
  const shape: Shape = { properties: { n: { scalars: ["integer"] }, list: { items: item }, any: { properties: {} } } };
  await fc.assert(fc.asyncProperty(value, async (a) => assert.deepEqual(await readBack("GET /{?a}", deepObject("a"), { in: "query", style: "deepObject", shape }, a), a)));
});

test("a parameter in a media type", async () => {
  const json: ContentContract<never> = { mediaType: "application/json", kind: "json" };
  // A number beyond 2^53 that has no fraction is an integer, and so a bigint.
  const values = fc.oneof(integers, fc.jsonValue()).map((value) => parseJson(stringifyJson([value])));
  await fc.assert(fc.asyncProperty(values, async (a) => {
    assert.deepEqual(await readBack("GET /x/{a}/y", contentPath("a", "application/json"), { in: "path", content: json }, a), a);
    assert.deepEqual(await readBack("GET /{?a}", contentQuery("a", "application/json"), { in: "query", content: json }, a), a);
    assert.deepEqual(await readBack("GET /", header("a", { content: "application/json" }), { in: "header", content: json }, a), a);
    assert.deepEqual(await readBack("GET /", cookie("a", { content: "application/json" }), { in: "cookie", content: json }, a), a);
    assert.deepEqual(await readBack("GET /", querystring("application/json", "a"), { in: "querystring", content: json }, a), a);
  }));
});

test("a whole query string as a form", async () => {
  const form: ContentContract<never> = { mediaType: "application/x-www-form-urlencoded", kind: "urlencoded", shape: { properties: { n: { scalars: ["integer"] } } } };
  const values = fc.tuple(integers, fc.dictionary(texts, texts, { noNullPrototype: true })).map(([n, rest]) => ({ ...rest, n }));
  await fc.assert(fc.asyncProperty(values, async (a) => {
    assert.deepEqual(await readBack("GET /", querystring("application/x-www-form-urlencoded", "a"), { in: "querystring", content: form }, a), a);
  }));
});

test("an allowed reserved character stays in a path", async () => {
  const allowed = fc.string({ unit: fc.constantFrom(..."ab:@!$&'()*+;=-._~é/?#") });
  await fc.assert(fc.asyncProperty(allowed, async (a) => {
    const back = readBack("GET /x/{a}/y", reservedPath("a"), { in: "path" }, a);
    assert.equal(await orRefused(back), await orRefused(back.then(() => a)));
  }));
});
