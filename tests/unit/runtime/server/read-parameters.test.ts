import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ContentContract, Shape } from "../../../../generator/runtime/server/contract.ts";
import { parameterReader } from "../../../../generator/runtime/server/read-parameters.ts";
import { check, integer, parameter, readAll, readOne, text, type GivenParameter } from "./reading.ts";

const list: Shape = { items: text };
const ids: Shape = { scalars: ["string"], items: text, joined: true };
const messages = (read: { violations: readonly { in: string; name?: string; path: string; keyword: string; message: string }[] }) =>
  read.violations.map((one) => `${one.in} ${one.name} ${one.path} ${one.keyword} ${one.message}`);

test("values are by name in their places, headers in lower case", () => {
  const read = readAll([
    { in: "path", name: "id", shape: integer }, { in: "query", name: "q" }, { in: "header", name: "X-Trace" }, { in: "cookie", name: "theme" },
  ], { path: { id: "7" }, query: "q=a+b%2Bc", headers: { "x-trace": " on ", cookie: "theme=dark%20blue; other=1", other: "%zz" } });
  assert.deepEqual(read, { path: { id: 7 }, query: { q: "a b+c" }, headers: { "x-trace": "on" }, cookies: { theme: "dark blue" }, violations: [] });
});

test("what is not given is not there, and is a violation if it is required", () => {
  const read = readAll([
    { in: "path", name: "id", required: true }, { in: "query", name: "q", required: true }, { in: "query", name: "o" }, { in: "header", name: "H", required: true },
    { in: "cookie", name: "c", required: true }, { in: "query", name: "d", style: "deepObject", required: true, shape: { properties: {} } },
  ], {});
  assert.deepEqual([read.path, read.query, read.headers, read.cookies], [{}, {}, {}, {}]);
  assert.deepEqual(messages(read), ["path id", "query q", "query d", "header H", "cookie c"].map((place) => `${place}  required must be given`));
});

test("a default fills in for what is not given, and a handler that changes it changes only its own", () => {
  const read = parameterReader([
    parameter({ in: "query", name: "size", shape: integer, default: 10 }), parameter({ in: "query", name: "sort", shape: list, default: ["a", { b: [1] }] }),
    parameter({ in: "query", name: "ids", shape: ids, default: "a,b" }),
  ], { unknownQuery: "ignore" });
  const texts = { path: {}, query: "", headers: {} };
  const { query } = read(texts);
  assert.deepEqual(query, { size: 10, sort: ["a", { b: [1] }], ids: ["a", "b"] });
  if (Array.isArray(query["sort"])) query["sort"].length = 0;
  assert.deepEqual(read(texts).query["sort"], ["a", { b: [1] }]);
  assert.deepEqual(read({ ...texts, query: "size=5" }).query["size"], 5);
});

test("where nothing is given and nothing must be, every request has the defaults for itself", () => {
  const given: GivenParameter[] = [{ in: "query", name: "size", shape: integer, default: 10 }, { in: "query", name: "q" }, { in: "query", name: "all", default: false }];
  const read = parameterReader(given.map(parameter), { unknownQuery: "refuse" });
  const texts = { path: {}, query: "", headers: {} };
  const { query, violations } = read(texts);
  assert.deepEqual([query, violations], [{ size: 10, all: false }, []]);
  query["size"] = 11;
  assert.deepEqual(read(texts).query, { size: 10, all: false });
  assert.deepEqual(readAll([...given, { in: "query", name: "constructor" }], texts).query, { size: 10, all: false, constructor: undefined });
  assert.deepEqual(messages(readAll([...given, { in: "query", name: "n", required: true }], texts)), ["query n  required must be given"]);
});

test("what is given but wrong has no default", () => {
  const { query, violations } = readAll([{ in: "query", shape: integer, default: 1 }], { query: "a=x" });
  assert.deepEqual(query, {});
  assert.equal(violations.length, 1);
});

test("a text or a list of texts is one list, whatever was sent", () => {
  for (const [raw, value] of [["a", ["a"]], ["a,b", ["a", "b"]], ["a%2Cb", ["a", "b"]], ["a%2cb,c", ["a", "b", "c"]], ["%2A", ["*"]], ["*", ["*"]], ["a,,b", ["a", "", "b"]], ["a%252Cb", ["a%2Cb"]], ["", [""]]] as const) {
    assert.deepEqual(readOne({ in: "path", shape: ids }, raw), value);
  }
  assert.deepEqual(readOne({ in: "query", shape: ids }, "a=x&a=y,z"), ["x", "y", "z"]);
  assert.deepEqual(readOne({ in: "query", explode: false, shape: ids }, "a=x%2Cy&a=z"), ["x", "y", "z"]);
  assert.deepEqual(readOne({ in: "query", style: "pipeDelimited", shape: ids }, "a=x%7Cy|z"), ["x", "y", "z"]);
  assert.equal(readOne({ in: "path", shape: ids }, "a,%C3"), "encoding  must be percent-encoded UTF-8");
});

test("one that can be a scalar or a list is a list where there is a delimiter, and where its check wants one", () => {
  const shape: Shape = { ...integer, items: integer };
  assert.deepEqual(["5", "5,6"].map((raw) => readOne({ in: "path", shape }, raw)), [5, [5, 6]]);
  assert.deepEqual(readOne({ in: "path", shape, check: check(Array.isArray) }, "5"), [5]);
  assert.deepEqual(["a=5", "a=5&a=6"].map((raw) => readOne({ in: "query", shape }, raw)), [5, [5, 6]]);
  assert.equal(readOne({ in: "path", shape: { ...text, items: integer } }, "x,y"), "x,y");
});

test("a scalar that is given twice is refused, and so is a list that is one text", () => {
  assert.equal(readOne({ in: "query" }, "a=1&a=1"), "style  must be given once");
  assert.equal(readOne({ in: "query", explode: false, shape: list }, "a=1&a=1"), "style  must be given once");
  assert.deepEqual(messages(readAll([{ in: "header" }], { headers: { a: ["x", "y"] } })), ["header a  style must be given once"]);
  assert.deepEqual(readAll([{ in: "header", shape: list }], { headers: { a: ["x", "y, z"] } }).headers, { a: ["x", "y", "z"] });
});

test("of several cookies of one name, a scalar takes the first", () => {
  assert.equal(readOne({ in: "cookie" }, "a=1; b=2; a=3"), "1");
  assert.deepEqual(readOne({ in: "cookie", shape: list }, "a=1; b=2; a=3"), ["1", "3"]);
  assert.deepEqual(readAll([{ in: "cookie" }], { headers: { cookie: ["b=1", "a=2"] } }).cookies, { a: "2" });
});

describe("an exploded form of an object", () => {
  const color = { in: "query", name: "color", shape: { properties: { R: integer, limit: integer } } } as const;

  test("takes its properties where no parameter has that name", () => {
    const limit = { in: "query", name: "limit", shape: integer } as const;
    assert.deepEqual(readAll([color, limit], { query: "R=1&limit=2&x=3" }).query, { color: { R: 1 }, limit: 2 });
    assert.deepEqual(messages(readAll([color, limit], { query: "R=1&x=3" }, "refuse")), ["query x  unknown is no parameter of this operation"]);
  });

  test("takes the rest where its schema says what others are, or lists nothing", () => {
    const open = { in: "query", shape: { ...color.shape, additional: { scalars: ["boolean"] } } } as const;
    assert.deepEqual(readAll([open, { in: "query", name: "q" }], { query: "R=1&q=2&x=true&__proto__=false" }, "refuse").query, { a: JSON.parse('{"R":1,"x":true,"__proto__":false}'), q: "2" });
    assert.equal(readOne(open, "x=3"), "type /x must be true or false");
    assert.deepEqual(readOne({ in: "query", shape: { properties: {} } }, "x=3"), { x: "3" });
  });

  test("has a list under one name, and any other name once", () => {
    assert.deepEqual(readOne({ in: "query", shape: { properties: { tags: { items: integer } } } }, "tags=1&tags=2"), { tags: [1, 2] });
    assert.equal(readOne({ in: "query", shape: color.shape }, "R=1&R=2"), "style /R must be given once");
  });
});

test("deepObject: lists by index or with empty brackets, brackets encoded or not", () => {
  const shape: Shape = { properties: { n: integer, tags: list, items: { items: { properties: { price: integer } } } } };
  const read = (raw: string) => readOne({ in: "query", style: "deepObject", shape }, raw);
  assert.deepEqual(read("a[n]=1&a%5Btags%5D%5B1%5D=y&a[tags][0]=x&a%5Bother]=o"), { n: 1, tags: ["x", "y"], other: "o" });
  assert.deepEqual(read("a[tags][]=x&a[tags][]=y"), { tags: ["x", "y"] });
  assert.deepEqual(read("a[tags]=x&a[tags]=y"), { tags: ["x", "y"] });
  assert.deepEqual(read("a[items][10][price]=2&a[items][9][price]=1"), { items: [{ price: 1 }, { price: 2 }] });
  assert.deepEqual(read("a[other][deeper][__proto__]=x"), JSON.parse('{"other":{"deeper":{"__proto__":"x"}}}'));
  assert.equal(read("a[items][0][price]=x"), "type /items/0/price must be an integer");
  assert.equal(read("a[n][m]=1"), "style /n must not be nested here");
  assert.equal(read("a[n]=1&a[n]=2"), "style /n must be given once");
  assert.equal(read("a[n]=1&a[n][m]=2"), "style /n must be either a value or an object");
  assert.equal(read("a[n=1"), "style  must have its names in brackets");
  assert.equal(read("a=1"), "style  must be written as a[…]=");
});

test("a parameter may be called with brackets", () => {
  assert.deepEqual(readAll([{ in: "query", name: "page[size]", shape: integer }, { in: "query", name: "ids[]", shape: list }], { query: "page%5Bsize%5D=5&ids[]=a&ids%5b%5d=b" }, "refuse").query, { "page[size]": 5, "ids[]": ["a", "b"] });
});

test("what is not written in its style is refused", () => {
  const object: Shape = { properties: { R: integer } };
  assert.equal(readOne({ in: "path", style: "label" }, "blue"), 'style  must begin with "."');
  assert.equal(readOne({ in: "path", style: "matrix" }, "a=blue"), "style  must be written as ;a=");
  assert.equal(readOne({ in: "path", style: "matrix" }, ";b=blue"), "style  must be written as ;a=");
  assert.equal(readOne({ in: "path", style: "matrix", explode: true, shape: list }, ";a=1;b=2"), "style  must be written as ;a=");
  assert.equal(readOne({ in: "path", shape: object }, "R,1,G"), "style  must be names and values in turn");
  assert.equal(readOne({ in: "path", explode: true, shape: object }, "R"), 'style  must be names and values with "=" between them');
  assert.equal(readOne({ in: "path", shape: object }, "R,x"), "type /R must be an integer");
});

test("what stands between in style label can be in a member's value", () => {
  assert.deepEqual(readOne({ in: "path", style: "label", explode: true, shape: { additional: { scalars: ["number"] } } }, ".R=1.5.G=2"), { R: 1.5, G: 2 });
});

test("broken percent-encoding and UTF-8 are violations wherever they count", () => {
  for (const raw of ["%", "%4", "%zz", "%C3", "%C3%28", "%ED%A0%80", "%C0%AF", "%F5%80%80%80"]) {
    assert.equal(readOne({ in: "path" }, raw), "encoding  must be percent-encoded UTF-8");
    assert.equal(readOne({ in: "query", shape: list }, `a=x&a=${raw}`), "encoding /1 must be percent-encoded UTF-8");
    assert.equal(readOne({ in: "cookie" }, `a=${raw}`), "encoding  must be percent-encoded UTF-8");
    assert.equal(readOne({ in: "cookie", style: "cookie" }, `a=${raw}`), raw);
    assert.equal(readOne({ in: "header" }, raw), raw);
  }
  assert.deepEqual(messages(readAll([], { query: "%zz=1" })), ["query %zz  encoding must have a name in percent-encoded UTF-8"]);
  assert.deepEqual(readAll([], { query: "x=%zz" }).violations, []);
});

test("allowEmptyValue: a name alone is what can be empty", () => {
  const read = (shape: Shape, raw: string) => readOne({ in: "query", allowEmptyValue: true, shape }, raw);
  for (const raw of ["a", "a="]) {
    assert.equal(read(text, raw), "");
    assert.equal(read({ scalars: ["boolean"] }, raw), true);
    assert.equal(read({ scalars: ["null", "integer"] }, raw), null);
    assert.deepEqual(read(list, raw), []);
    assert.deepEqual(read({ properties: { R: integer } }, raw), {});
    assert.equal(read(integer, raw), undefined);
  }
  assert.equal(read(integer, "a=5"), 5);
  assert.equal(readOne({ in: "query", shape: integer }, "a="), "type  must be an integer");
  assert.deepEqual(readAll([{ in: "query", shape: integer, allowEmptyValue: true, required: true, default: 3 }], { query: "a" }).query, { a: 3 });
});

test("a parameter in a media type is JSON, a form or a text", () => {
  const json: ContentContract<never> = { mediaType: "application/json", kind: "json" };
  assert.equal(readOne({ in: "query", content: json }, "a={b"), "syntax  must be JSON: unexpected character at line 1, column 2 (offset 1)");
  assert.equal(readOne({ in: "query", content: json }, "a=1&a=2"), "style  must be given once");
  assert.deepEqual(readOne({ in: "header", content: json }, ' {"b":"%41"} '), { b: "%41" });
  assert.equal(readOne({ in: "query", content: { mediaType: "text/plain", kind: "text" }, shape: integer }, "a=5"), 5);
  assert.equal(readOne({ in: "query", content: { mediaType: "text/plain", kind: "text" }, shape: integer }, "a=x"), "type  must be an integer");
  const whole: ContentContract<never> = { mediaType: "application/x-www-form-urlencoded", kind: "urlencoded", shape: { properties: { n: integer } } };
  assert.deepEqual(readOne({ in: "querystring", content: whole }, "n=5&m=a+b"), { n: 5, m: "a b" });
  assert.equal(readOne({ in: "querystring", content: { mediaType: "application/jsonpath", kind: "text" } }, "%24.a+b"), "$.a+b");
});

test("names that nobody takes are refused or not, but never those of the security", () => {
  const given = [{ in: "query", name: "limit" }, { in: "query", name: "filter", style: "deepObject", shape: { properties: {} } }] as const;
  const read = (query: string) => parameterReader(given.map(parameter), { unknownQuery: "refuse", knownQuery: ["api_key"] })({ path: {}, query, headers: {} });
  assert.deepEqual(messages(read("limit=1&filter[a]=b&api_key=x")), []);
  assert.deepEqual(messages(read("Limit=1&constructor=2&filters[a]=1")), [
    'query Limit  unknown is no parameter of this operation; did you mean "limit"?', "query constructor  unknown is no parameter of this operation",
    'query filters[a]  unknown is no parameter of this operation; did you mean "filter"?',
  ]);
  assert.equal(read(Array.from({ length: 1000 }, (_, index) => `x${index}`).join("&")).violations.length, 20);
  assert.ok(read("y".repeat(9000)).violations.every(({ name = "" }) => name.length <= 100));
});

test("names that every object has are names like others", () => {
  const odd = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const given = odd.flatMap((name) => (["path", "query", "header", "cookie"] as const).map((location) => ({ in: location, name })));
  const none = readAll(given, {});
  for (const values of [none.path, none.query, none.headers, none.cookies]) {
    assert.ok(Object.values(values).every((value) => value === undefined));
    assert.equal(values["constructor"], undefined);
  }
  const all: unknown = JSON.parse('{"__proto__":"1","constructor":"2","toString":"3","hasOwnProperty":"4"}');
  const query = "__proto__=1&constructor=2&toString=3&hasOwnProperty=4";
  const read = readAll(given, { path: JSON.parse(JSON.stringify(all)), query, headers: { cookie: query.replaceAll("&", "; "), ...JSON.parse('{"__proto__":"1"}'), constructor: "2", tostring: "3", hasownproperty: "4" } });
  assert.deepEqual([read.path, read.query, read.cookies], [all, all, all]);
  assert.equal(Object.getPrototypeOf(read.query), Object.prototype);
});

test("a check judges what was read, and its violations say where", () => {
  const small = check((value) => Number(value) < 10);
  const read = readAll([{ in: "query", shape: integer, check: small }, { in: "header", name: "H", shape: integer, check: small }], { query: "a=50", headers: { h: "5" } });
  assert.deepEqual(read.violations, [{ in: "query", name: "a", path: "", schema: "#", keyword: "test", message: "must pass" }]);
  assert.deepEqual([read.query, read.headers], [{}, { h: 5 }]);
});

test("a value that its check refuses without a reason is a violation all the same", () => {
  const { query, violations } = readAll([{ in: "query", check: { is: () => false, violations: () => [] } }], { query: "a=1" });
  assert.deepEqual([query, violations.length], [{}, 1]);
});
