import assert from "node:assert/strict";
import { test } from "node:test";
import { matchPaths } from "../../../generator/mock/match-paths.ts";
import type { Operation } from "../../../generator/model/api.ts";

const paths = ["/", "/pets", "/pets/", "/pets/mine", "/pets/{id}", "/pets/{id}/photos/{n}.{format}", "/pets/mine/photos", "/{any}/photos/first", "/a:b/{x}", "/report.{format}", "/report.json"];
const match = matchPaths(paths.map((path) => operation(path)));
const found = (path: string) => {
  const result = match(path);
  return result && [paths[result.methods["GET"] ?? -1], { ...result.texts }];
};

test("what has no placeholder is found before what has", () => {
  assert.deepEqual(found("/pets/mine"), ["/pets/mine", {}]);
  assert.deepEqual(found("/pets/7"), ["/pets/{id}", { id: "7" }]);
  assert.deepEqual(found("/report.json"), ["/report.json", {}]);
  assert.deepEqual(found("/report.xml"), ["/report.{format}", { format: "xml" }]);
});

test("the search goes back where a literal leads nowhere", () => {
  assert.deepEqual(found("/pets/mine/photos/1.png"), ["/pets/{id}/photos/{n}.{format}", { id: "mine", n: "1", format: "png" }]);
  assert.deepEqual(found("/report.json/photos/first"), ["/{any}/photos/first", { any: "report.json" }]);
});

test("a slash at the end makes another path, and no placeholder is empty", () => {
  assert.deepEqual([found("/"), found("/pets/"), found("/pets/7/"), found("/report.")], [["/", {}], ["/pets/", {}], undefined, undefined]);
});

test("escapes that need not be there make no other path; texts stay as they were sent", () => {
  assert.deepEqual(found("/%70ets/a%2fb"), ["/pets/{id}", { id: "a%2Fb" }]);
  assert.deepEqual(found("/a%3Ab/1"), ["/a:b/{x}", { x: "1" }]);
  assert.deepEqual(found("/pets/100%"), ["/pets/{id}", { id: "100%" }]);
});

function operation(path: string): Operation {
  const at = "";
  return { at, method: "get", path, tags: [], parameters: [], responses: [], callbacks: [], security: [], doc: {}, extensions: [] };
}
