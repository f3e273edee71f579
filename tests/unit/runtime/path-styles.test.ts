import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { operation, type Part } from "../../../generator/runtime/operation.ts";
import { contentPath, label, matrix, reservedPath, simpleObject } from "../../../generator/runtime/path-styles.ts";
import { wireServer } from "../../support/wire-server.ts";
import { targetOf } from "./draft-of.ts";

type Args = { readonly [name: string]: unknown };
const { received, sent } = wireServer();

/** What stands in the place of a parameter `a`. */
async function segment(part: Part, a: unknown): Promise<string> {
  return (await sent(operation<Args, unknown>("GET /x/{a}/y", part), { a })).target.slice("/x/".length, -"/y".length);
}

const parts: [name: string, part: Part][] = [
  ["simple", simpleObject("a")], ["simple, exploded", simpleObject("a", true)], ["label", label("a")], ["label, exploded", label("a", true)],
  ["matrix", matrix("a")], ["matrix, exploded", matrix("a", true)], ["reserved", reservedPath("a")], ["content", contentPath("a", "text/plain")],
];

for (const [name, part] of parts) {
  test(`${name}: what would lead to another path is refused, and nothing is sent`, async () => {
    const count = received.length;
    const empty = [undefined, ...(name === "content" ? [""] : [null, [], {}, { b: null }, [null]])];
    const dots = name.startsWith("matrix") ? [] : name.startsWith("label") ? ["", "."] : ["", ".", ".."];
    for (const a of [...empty, ...dots]) {
      await assert.rejects(segment(part, a), { name: "ArgumentError", argument: "a" }, JSON.stringify(a));
    }
    assert.equal(received.length, count);
  });

  test(`${name}: any text stays in its segment`, async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: "binary", minLength: 3 }).filter((text) => !/^[,.]+$/.test(text)), async (a) => {
      const target = await targetOf("/x/{a}/y", part, { a });
      const { pathname, search, hash } = new URL(target, "http://localhost");
      assert.deepEqual([pathname, search, hash], [target, "", ""]);
      const [, , text = "", ...rest] = pathname.split("/");
      assert.deepEqual(rest, ["y"]);
      const prefix = name.startsWith("matrix") ? ";a=" : name.startsWith("label") ? "." : "";
      // A triplet is left as it is by reserved expansion.
      if (name !== "reserved" || !a.includes("%")) assert.equal(decodeURIComponent(text), prefix + a);
    }));
  });
}

test("a value of nothing is nothing behind the name of a matrix", async () => {
  assert.equal(await segment(matrix("a"), ""), ";a");
  assert.equal(await segment(matrix("a", true), { b: "", c: 1 }), ";b;c=1");
});

test("an object in a path is its members", async () => {
  assert.equal(await segment(simpleObject("a"), { b: "c,d", e: null, f: 1 }), "b,c%2Cd,f,1");
  assert.equal(await segment(label("a", true), { b: ".", c: "/" }), ".b=..c=%2F");
});

test("reserved characters stay in a path, but those that would lead out of the segment", async () => {
  assert.equal(await segment(reservedPath("a"), "a:b@c!$&'()*+,;=/d?e#f"), "a:b@c!$&'()*+,;=%2Fd%3Fe%23f");
});

test("a parameter with content is in its media type", async () => {
  assert.equal(await segment(contentPath("a", "application/json"), { b: "/" }), "%7B%22b%22%3A%22%2F%22%7D");
});

test("an argument can have another name than its parameter", async () => {
  const { target } = await sent(operation<Args, unknown>("GET /{body}", label("body", false, "path_body")), { path_body: "x" });
  assert.equal(target, "/.x");
});
