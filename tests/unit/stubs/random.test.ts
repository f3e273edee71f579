import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { wantedHandlers } from "../../../generator/stubs/wanted.ts";
import { lostLines } from "./kept-lines.ts";
import { randomHandlers } from "./random-handlers.ts";
import { apiOf, stepFiles, written } from "./stubs-case.ts";

const api = await apiOf({ path: join(import.meta.dirname, "openapi.yaml") });
const wanted = wantedHandlers(api);
const all = new Map(wanted.groups.map(({ name, handlers }) => [name, handlers.map((handler) => handler.name)]));

test("of a file with some of the handlers nothing is lost, and all operations are there: seen by running it", async () => {
  await fc.assert(fc.asyncProperty(randomHandlers(all), async ({ text, groups }) => {
    const after = written(stepFiles(new Map([["handlers.ts", text]]), api)).get("handlers.ts") ?? text;
    const handlers = await running(after);
    assert.deepEqual(new Set(Object.keys(handlers)), new Set([...all.keys(), "ping"]));
    for (const [group, names] of all) {
      assert.deepEqual(new Set(Object.keys(handlers[group])), new Set(names), group);
      for (const name of groups.get(group) ?? []) assert.equal(await handlers[group][name]({}, {}, {}), `${group}.${name}`);
    }
    // A line on which several members stand, or braces with all that is in them, is broken up where something new comes between.
    assert.deepEqual(lostLines(text, after).filter((line) => !/^\s*(pets|users): \{|[,}] +\S/.test(line)), []);
    assert.equal(written(stepFiles(new Map([["handlers.ts", after]]), api)).size, 0);
  }), { numRuns: 150, seed: 4 });
});

/** The handlers of a file, by running it as JavaScript. */
async function running(text: string) {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } });
  const { handlers } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  return handlers;
}
