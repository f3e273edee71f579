import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { typecheck } from "../support/typecheck.ts";
import { goldenCases, produce, recorded } from "./golden-case.ts";

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
  const types = recorded(goldenCase).get("types.ts");
  const use = join(goldenCase.folder, "use.ts");
  return [
    ...(types === undefined ? [] : [[`${goldenCase.name}/expected/types.ts`, types] as const]),
    ...(existsSync(use) ? [[`${goldenCase.name}/use.ts`, readFileSync(use, "utf8")] as const] : []),
  ];
}));

for (const exactOptionalPropertyTypes of [true, false]) {
  test(`all expected types compile, and take what they must, with exactOptionalPropertyTypes ${exactOptionalPropertyTypes ? "on" : "off"}`, () => {
    const errors = typecheck(files, { exactOptionalPropertyTypes });
    assert.deepEqual(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
  });
}
