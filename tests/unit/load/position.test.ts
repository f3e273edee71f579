import assert from "node:assert/strict";
import { test } from "node:test";
import { positions } from "../../../generator/load/position.ts";
import { stepsOf } from "../../support/steps.ts";

async function places(text: string, pointers: string[], uri = "/api.yaml"): Promise<string[]> {
  const found = await positions({ uri, text }, pointers);
  return pointers.map((pointer) => {
    const place = found.get(pointer);
    return `${place?.line}:${place?.column}`;
  });
}

const json = `{
  "paths": { "/a~b": {"get": [10, {"x\\n\\u0041": true}, "]}\\""], "put": 1} },
  "empty": {},
  "last": [[], {}, [1, [2]]]
}`;

test("a member stands at its key, an item at its value", async () => {
  const cases = {
    "": "1:1",
    "/paths": "2:3",
    "/paths/~1a~0b/get": "2:23",
    "/paths/~1a~0b/get/0": "2:31",
    "/paths/~1a~0b/get/1/x\nA": "2:36",
    "/paths/~1a~0b/get/2": "2:56",
    "/paths/~1a~0b/put": "2:65",
    "/last/1": "4:16",
    "/last/2/1/0": "4:25",
  };
  assert.deepEqual(await places(json, Object.keys(cases), "/api.json"), Object.values(cases));
  // The same text by the other reader: a comment makes it YAML.
  assert.deepEqual(await places(`${json} # no JSON`, Object.keys(cases)), Object.values(cases));
});

test("a pointer to nothing stands where its innermost part does", async () => {
  const pointers = ["/nowhere", "/empty/a/b", "/paths/~1a~0b/put/deeper", "/last/9", "/last/x", "/last/-1", "/constructor"];
  const expected = ["1:1", "3:3", "2:65", "4:3", "4:3", "4:3", "1:1"];
  assert.deepEqual(await places(json, pointers, "/api.json"), expected);
  assert.deepEqual(await places(`${json} # no JSON`, pointers), expected);
});

test("YAML: keys as they are written, blocks, quotes, items", async () => {
  const text = `
# first
openapi: 3.1.0
paths:
  /pets/{id}:
    get:
      responses:
        200: {description: ok}
        'default':
          description: |
            x: y
  "/q":
    - 1
    -
      a: b
`;
  const cases = {
    "": "3:1",
    "/openapi": "3:1",
    "/paths/~1pets~1{id}/get/responses/200/description": "8:15",
    "/paths/~1pets~1{id}/get/responses/default": "9:9",
    "/paths/~1pets~1{id}/get/responses/default/description/x": "10:11",
    "/paths/~1q/0": "13:7",
    "/paths/~1q/1/a": "15:7",
  };
  assert.deepEqual(await places(text, Object.keys(cases)), Object.values(cases));
});

test("what an alias or a merge brought stands where it is written", async () => {
  const text = "a: &a {x: 1, y: {z: 1}}\nb: *a\nc:\n  <<: *a\n  x: 2\nd: &d {<<: *d}\n";
  const cases = { "/b": "2:1", "/b/y/z": "1:18", "/c/y": "1:14", "/c/y/z": "1:18", "/c/x": "5:3", "/d/nothing": "6:1" };
  assert.deepEqual(await places(text, Object.keys(cases)), Object.values(cases));
});

test("a byte order mark takes no column, and CRLF no line", async () => {
  assert.deepEqual(await places('\uFEFF{"a": 1,\r\n"b": 2}', ["/a", "/b"]), ["1:2", "2:1"]);
  assert.deepEqual(await places("\uFEFFa: 1\r\nb: 2\r\n", ["/a", "/b"]), ["1:1", "2:1"]);
});

test("a broken text gives what can be found, and ends", async () => {
  for (const text of ["{", "[", '{"a', '{"a":', '{"a": [1,,', "{]", '{"a" "b"}', "", '{"a": {"b": }', "{:::", '{"a":1}}}']) {
    const found = await places(text, ["", "/a", "/a/0", "/a/b"], "/api.json");
    for (const place of found) assert.match(place, /^1:\d+$/);
  }
});

test("a thousand pointers cost one pass, and a deep one no stack", async () => {
  const items = Array.from({ length: 20_000 }, (_, index) => ({ name: `n${index}`, text: "x".repeat(200) }));
  const source = { uri: "/big.json", text: JSON.stringify({ items }, undefined, 1) };
  const pointers = Array.from({ length: 1000 }, (_, index) => `/items/${index * 20}/text`);
  const find = async (some: readonly string[]) => void assert.deepEqual((await positions(source, some)).get("/items/19980/text"), { line: 19_980 * 4 + 5, column: 4 });
  const [one, all] = [await stepsOf(() => find(pointers.slice(-1))), await stepsOf(() => find(pointers))];
  assert.ok(all < 2 * one, `${all} steps for all of them, ${one} for one`);
  assert.deepEqual(await places("[".repeat(100_000), ["/0".repeat(50_000)], "/deep.json"), ["1:401"]);
});
