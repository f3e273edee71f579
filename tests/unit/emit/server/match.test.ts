import assert from "node:assert/strict";
import { test } from "node:test";
import { randomOf } from "../../../../generator/model/sample/random.ts";
import { routeFinder } from "../../../support/route-finder.ts";
import { generatedMatch } from "./generated-match.ts";

/** Segments with a placeholder and other text have each another length of that text, so that one of them goes first. */
const templates = ["a", "b", "a.b", "a-a-b", "", "{}", "a{}", "{}.b", "{}-a-{}", "a.{}.b"];
const segments = ["a", "b", "c", "ab", "a.b", "c.b", "a-a-b", "-a-", "b-a-a-a-c", "a..b", "a.c.b", "", "x%2Fy", "%61", "a%20.b"];

test("the generated match() finds what trying all paths finds, and the same texts", async () => {
  const random = randomOf(11);
  const join = (pieces: readonly string[], most: number) => `/${Array.from({ length: 1 + random.below(most) }, () => pieces[random.below(pieces.length)] ?? "").join("/")}`;
  for (const count of [3, 12, 60, 200]) {
    const paths = [...new Set(Array.from({ length: count }, () => numbered(join(templates, 5))))];
    const [match, find] = [await generatedMatch(paths), routeFinder(paths)];
    const found = { some: 0, none: 0 };
    for (let index = 0; index < 3000; index++) {
      // Half of what is sent is made of a path, so that much is found.
      const sent = index % 2 === 0 ? join(segments, 5) : (paths[random.below(paths.length)] ?? "").replace(/\{\w+\}/g, () => segments[random.below(segments.length)] ?? "");
      const expected = find(sent.replaceAll("%61", "a"));
      const given = match(sent);
      found[given === undefined ? "none" : "some"] += 1;
      const told = given && { path: paths[given.methods["GET"] ?? -1], texts: Object.values(given.texts).map(decodeURIComponent) };
      assert.deepEqual(told, expected && { path: expected.path, texts: expected.texts }, `${sent} among ${paths.join(" ")}`);
    }
    assert.ok(found.some > 200 && found.none > 200, JSON.stringify(found));
  }
});

test("what is no path of a request is found nowhere", async () => {
  const match = await generatedMatch(["/{any}", "/"]);
  assert.deepEqual(["", "a", "*", "a/b"].map((path) => match(path)), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(match("/")?.methods, { GET: 1 });
});

test("a placeholder may have any name, also one that objects inherit", async () => {
  const match = await generatedMatch(["/{__proto__}/{constructor}/{a-b}"]);
  const texts = match("/1/2/3")?.texts ?? {};
  assert.deepEqual(Object.entries(texts), [["__proto__", "1"], ["constructor", "2"], ["a-b", "3"]]);
});

test("a placeholder is called what its own path calls it, and two paths that differ in names alone are one with both names", async () => {
  const match = await generatedMatch(["/pets/{id}/photos", "/pets/{pet}", "/pets/{animal}"]);
  assert.deepEqual(match("/pets/7/photos")?.texts, { id: "7" });
  assert.deepEqual(match("/pets/7"), { methods: { GET: 1 }, texts: { pet: "7", animal: "7" } });
});

test("a name that stands in a path twice has one value", async () => {
  const match = await generatedMatch(["/users/{id}/issues/{id}", "/{a}.{a}", "/{a}/{b}/{a}", "/{c}/{d}/{d}"]);
  assert.deepEqual(match("/users/7/issues/7")?.texts, { id: "7" });
  assert.equal(match("/users/7/issues/8"), undefined);
  assert.deepEqual([match("/x.x")?.texts, match("/x.y")], [{ a: "x" }, undefined]);
  // Two paths that are one do not agree on what is the same.
  assert.deepEqual(match("/1/2/3")?.texts, { a: "3", c: "1", b: "2", d: "3" });
});

/** `/a{}/{}` as `/a{p0}/{p1}`: no name twice, and paths that differ in names alone are one. */
function numbered(path: string): string {
  let count = 0;
  return path.replace(/\{\}/g, () => `{p${count++}}`);
}
