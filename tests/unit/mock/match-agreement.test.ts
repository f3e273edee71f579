import assert from "node:assert/strict";
import { test } from "node:test";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { matchPaths } from "../../../generator/mock/match-paths.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { randomOf } from "../../../generator/model/sample/random.ts";
import { generatedCode } from "../../agreement/documents/generated-code.ts";
import { repository } from "../../support/typecheck.ts";

const pieces = ["a", "b", "{x}", "{y}", "a.{x}", "{x}.b", "a{x}b", "a:b", "é", "", "a.b", "{x}-{y}"];
const sent = ["a", "b", "c", "a.b", "a.", ".b", "axb", "ab", "a%3Ab", "a:b", "%C3%A9", "%c3%a9", "é", "", "a-b", "-", "100%", "%61"];

test("the mock finds the same path item as the generated router, for random paths of random documents", async () => {
  const random = randomOf(3);
  const randomPath = (segments: readonly string[]) => `/${Array.from({ length: 1 + random.below(4) }, () => segments[random.below(segments.length)] ?? "").join("/")}`;
  for (let round = 0; round < 3; round++) {
    const paths = [...new Set(Array.from({ length: 40 }, () => distinct(randomPath(pieces))))];
    const { document, api } = await load(paths);
    const code = await generatedCode(document, api);
    const router = code.createRouter({}, { basePath: "" });
    const match = matchPaths(api.operations);
    for (let index = 0; index < 1500; index++) {
      const url = randomPath(sent);
      const answer = await router.handle({ method: "OPTIONS", url, headers: {}, body: undefined, native: undefined });
      const theirs = router.has(url) ? String(answer.headers["allow"]).split(", ").sort() : undefined;
      const ours = match(url);
      assert.deepEqual(ours && Object.keys(ours.methods).sort(), theirs, url);
    }
  }
});

/** Each path has a method of its own, so that an answer tells which one was found. */
async function load(paths: readonly string[]) {
  const items = paths.map((path, index) => [path, { additionalOperations: { [`M${index}`]: { responses: { 204: { description: "" } } } }, parameters: parametersOf(path) }]);
  const text = JSON.stringify({ openapi: "3.2.0", info: { title: "Paths", version: "1" }, paths: Object.fromEntries(items) });
  const { document } = await loadDocument("-", { cwd: repository, stdin: async () => text });
  if (document === undefined) throw new Error("not loaded");
  return { document, api: buildApi(document).api };
}

function parametersOf(path: string) {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
}

/** No name twice in one path. */
function distinct(path: string): string {
  let count = 0;
  return path.replace(/\{\w+\}/g, () => `{p${count++}}`);
}
