import assert from "node:assert/strict";
import { test } from "node:test";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { stepsOf } from "../../support/steps.ts";

/** A document of so many schemas, each with a mistyped `$ref` to itself. */
function mistyped(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `ComponentNumber${index}`);
  const schemas = Object.fromEntries(names.map((name) => [name, { items: { $ref: `#/components/schemas/${name.replace("ent", "ant")}` } }]));
  return JSON.stringify({ openapi: "3.1.1", info: { title: "Mistyped", version: "1" }, paths: {}, components: { schemas } });
}

async function load(text: string) {
  const { diagnostics } = await loadDocument("-", { cwd: "/", stdin: async () => text });
  return diagnostics;
}

test("a $ref that leads nowhere is told what was meant", async () => {
  const [only, ...more] = await load(mistyped(1));
  assert.equal(only?.code, "dangling-ref");
  assert.equal(only?.help, 'Did you mean "ComponentNumber0"?');
  assert.deepEqual(more, []);
});

test("thousands of $refs that lead nowhere are all reported, and only the first are guessed at", async () => {
  const texts = [mistyped(1_000), mistyped(4_000)] as const;
  const fewer = await stepsOf(async () => void (await load(texts[0])));
  let diagnostics: Awaited<ReturnType<typeof load>> = [];
  const steps = await stepsOf(async () => void (diagnostics = await load(texts[1])));
  assert.equal(diagnostics.length, 4_000);
  const guessed = diagnostics.filter(({ help }) => help !== undefined);
  assert.ok(guessed.length >= 10 && guessed.length < 100, `${guessed.length} suggestions`);
  assert.equal(diagnostics.indexOf(guessed.at(-1) ?? assert.fail("none")), guessed.length - 1);
  assert.ok(steps < 8 * fewer, `${steps} steps for 4,000, ${fewer} for 1,000`);
});
