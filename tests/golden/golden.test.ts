import assert from "node:assert/strict";
import test from "node:test";
import { oneProgram } from "../support/one-program.ts";
import { typecheck } from "../support/typecheck.ts";
import { goldenCases, produce, recorded, recordedCode } from "./golden-case.ts";

for (const goldenCase of goldenCases()) {
  test(`${goldenCase.name} gives what it gave`, async () => {
    const expected = recorded(goldenCase);
    assert.ok(expected.size > 0, "There is no expected/ yet. Run `npm run golden`, and read what it writes.");
    assert.deepEqual(Object.fromEntries(await produce(goldenCase)), Object.fromEntries(expected));
  });
}

// With other compilers: tests/types/types.test.ts.
for (const exactOptionalPropertyTypes of [true, false]) {
  test(`all that is expected compiles, and takes what it must, with exactOptionalPropertyTypes ${exactOptionalPropertyTypes ? "on" : "off"}`, async () => {
    const { files, rootDirs } = oneProgram(recordedCode());
    const errors = await typecheck(files, { rootDirs, exactOptionalPropertyTypes });
    assert.deepEqual(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
  });
}
