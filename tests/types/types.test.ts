import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import test from "node:test";
import { recordedCode } from "../golden/golden-case.ts";
import { oneProgram, type Output, type Program } from "../support/one-program.ts";
import { compilers, repository, tsc, type CompilerVersion } from "../support/typecheck.ts";
import { randomValidators } from "../unit/emit/validators/random-validators.ts";
import { stubbedCode } from "../unit/stubs/stubbed-code.ts";
import { typeCases } from "./type-cases.ts";

const versions: CompilerVersion[] = ["5.4", "5.9", "7"];
let program: Promise<Program> | undefined;

for (const version of versions) {
  test(`what must compile does, and what must not does not, in TypeScript ${version}`, async () => {
    const { files, rootDirs } = await (program ??= everything());
    // Ours are no .d.ts files, and make no error in one. To check those takes the older compilers a second each.
    const { errors, crash } = await tsc(version, files, { rootDirs, skipLibCheck: version !== "7" });
    assert.equal(crash, undefined);
    assert.deepEqual(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
  });
}

test("all of the runtime is among it", async () => {
  const { files } = await (program ??= everything());
  const runtime = readdirSync(join(repository, "generator", "runtime"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = runtime.map(({ parentPath, name }) => relative(join(repository, "generator"), join(parentPath, name)).replaceAll(sep, "/"));
  assert.deepEqual(paths.filter((path) => !files.has(`shared/${path}`)), []);
});

test("these are all compilers that output has to please", () => {
  assert.deepEqual(versions, Object.keys(compilers).sort());
});

/** What other tests compile with one compiler is here too: each of the three has to read and check the libraries only once. */
async function everything(): Promise<Program> {
  return oneProgram(new Map([
    ...within("cases", await typeCases()),
    ...within("golden", recordedCode()),
    ...within("validators", await randomValidators({ seed: 20_261_123, count: 15 })),
    ["stubs/generated", await stubbedCode()],
  ]));
}

function within(folder: string, outputs: ReadonlyMap<string, Output>): [folder: string, output: Output][] {
  return Array.from(outputs, ([name, output]) => [`${folder}/${name}`, output]);
}
