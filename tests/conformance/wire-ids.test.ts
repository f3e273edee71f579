import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { securityClearApiKeyCache } from "../../generated/operations.ts";
import { wireServer } from "../support/wire-server.ts";

// Ids as the official clients of Elasticsearch send them, and as ours does. What must arrive are the ids, whichever way they are encoded.
const { received, sent } = wireServer();

const rows: [ids: string | string[], segment: string][] = [
  ["yVGMr3QByxdh1MSaicYx", "yVGMr3QByxdh1MSaicYx"],
  [["yVGMr3QByxdh1MSaicYx"], "yVGMr3QByxdh1MSaicYx"],
  [["yVGMr3QByxdh1MSaicYx", "YoiMaqREw0YVpjn40iMg"], "yVGMr3QByxdh1MSaicYx,YoiMaqREw0YVpjn40iMg"],
  ["yVGMr3QByxdh1MSaicYx,YoiMaqREw0YVpjn40iMg", "yVGMr3QByxdh1MSaicYx%2CYoiMaqREw0YVpjn40iMg"],
  ["*", "%2A"],
  [["*"], "%2A"],
  ["a/b", "a%2Fb"],
  [["a,b", "c"], "a%2Cb,c"],
  ["100%", "100%25"],
  ["a%2Cb", "a%252Cb"],
  ["é-ключ-😀", "%C3%A9-%D0%BA%D0%BB%D1%8E%D1%87-%F0%9F%98%80"],
  ["a b+c", "a%20b%2Bc"],
  ["a:@!$&'();=~b", "a%3A%40%21%24%26%27%28%29%3B%3D~b"],
  [["a", "", "b"], "a,,b"],
  ["...", "..."],
  ["..a", "..a"],
  [[".", ".."], ".,.."],
];

for (const [ids, segment] of rows) {
  test(`${JSON.stringify(ids)} is sent as ${segment}, and arrives as it is`, async () => {
    const { method, target, body } = await sent(securityClearApiKeyCache, { ids });
    assert.deepEqual([method, target, body.length], ["POST", `/_security/api_key/${segment}/_clear_cache`, 0]);
    assertArrives(target, ids);
  });
}

// Each of these would lead to another endpoint, or clear the caches of all keys.
for (const ids of ["", ".", "..", [], [""], ["", ""], ["."], [".."], undefined, null, [undefined], [null]]) {
  test(`${JSON.stringify(ids) ?? "undefined"} is refused, and nothing is sent`, async () => {
    const count = received.length;
    const args: { ids: string } = JSON.parse("{}");
    Object.assign(args, { ids });
    await assert.rejects(sent(securityClearApiKeyCache, args), { name: "ArgumentError", argument: "ids" });
    assert.equal(received.length, count);
  });
}

test("a list in the query keeps its commas apart from those of its items", async () => {
  const { target } = await sent(securityClearApiKeyCache, { ids: "a", filter_path: ["_nodes.failed", "cluster_name", "a,b"] });
  assert.equal(target, "/_security/api_key/a/_clear_cache?filter_path=_nodes.failed,cluster_name,a%2Cb");
});

test("any ids arrive as they are, or are refused", async () => {
  const id = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(".", "..", "%2e", "%2E%2e", "a/../b", "\\", "?", "#"));
  await fc.assert(fc.asyncProperty(fc.oneof(id, fc.array(id)), async (ids) => {
    const count = received.length;
    const list = [ids].flat();
    const isRefused = list.every((one) => one === "") || (list.length === 1 && /^\.{1,2}$/.test(list[0] ?? ""));
    const call = sent(securityClearApiKeyCache, { ids });
    if (!isRefused) return assertArrives((await call).target, ids);
    await assert.rejects(call, { name: "ArgumentError" });
    assert.equal(received.length, count);
  }), { numRuns: 200 });
});

/** A server by the standard splits, then decodes; Elasticsearch decodes first, so that a comma in an id is one between ids. */
function assertArrives(target: string, ids: string | string[]): void {
  const [, segment = "", ...more] = /^\/_security\/api_key\/([^/?#]*)\/_clear_cache$/.exec(target) ?? [];
  assert.deepEqual(more, []);
  assert.deepEqual(segment.split(",").map(decodeURIComponent), [ids].flat());
  assert.deepEqual(decodeURIComponent(segment).split(","), [ids].flat().join(",").split(","));
}
