import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { runtimeFiles } from "../../generator/load/runtime-files.ts";
import { typecheck } from "../support/typecheck.ts";
import { goldenCases, targetOf, produce, recorded } from "./golden-case.ts";

const cases = goldenCases();

for (const goldenCase of cases) {
  test(`${goldenCase.name} gives what it gave`, async () => {
    const expected = recorded(goldenCase);
    assert.ok(expected.size > 0, "There is no expected/ yet. Run `npm run golden`, and read what it writes.");
    assert.deepEqual(Object.fromEntries(await produce(goldenCase)), Object.fromEntries(expected));
  });
}

// `use.ts` of a case has values of its types; those that must not fit stand under @ts-expect-error.
const files = new Map(cases.flatMap((goldenCase) => {
  const expected = [...recorded(goldenCase)].filter(([path]) => path.endsWith(".ts"));
  const runtime = targetOf(goldenCase.name) !== "types" ? runtimeFiles(expected.map(([path, text]) => ({ path, text }))).map(({ path, text }) => [path, text] as const) : [];
  const use = join(goldenCase.folder, "use.ts");
  return [
    ...[...expected, ...runtime].map(([path, text]) => [`${goldenCase.name}/expected/${path}`, text] as const),
    ...(existsSync(use) ? [[`${goldenCase.name}/use.ts`, readFileSync(use, "utf8")] as const] : []),
  ];
}));

for (const exactOptionalPropertyTypes of [true, false]) {
  test(`all that is expected compiles, and takes what it must, with exactOptionalPropertyTypes ${exactOptionalPropertyTypes ? "on" : "off"}`, () => {
    const errors = typecheck(files, { exactOptionalPropertyTypes });
    assert.deepEqual(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
  });
}
