import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { ourFiles } from "../support/specwright.ts";
import { tsc, type CompilerVersion } from "../support/tsc.ts";

const folder = join(import.meta.dirname, "cases");

// Each folder of cases/ holds a document and code that uses its types. What must not compile stands under @ts-expect-error,
// so that it is an error, too, where it does compile.
for (const version of ["5.4", "5.9", "7"] satisfies CompilerVersion[]) {
  test(`what must compile does, and what must not does not, in TypeScript ${version}`, async () => {
    const { errors, crash } = await tsc(version, await files());
    assert.equal(crash, undefined);
    assert.deepEqual(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
  });
}

let cases: Promise<Map<string, string>> | undefined;

/** All cases as one program: `values/types.ts`, `values/use.ts`, … */
function files(): Promise<Map<string, string>> {
  return (cases ??= readCases());
}

async function readCases(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const { files: generated, diagnostics } = await ourFiles({ path: join(folder, name, "openapi.yaml") }, name === "server" ? ["client", "server"] : ["client"]);
    assert.ok(generated.size > 0, `${name}/openapi.yaml is refused: ${diagnostics[0]?.message}`);
    for (const [path, text] of generated) texts.set(`${name}/${path}`, text);
    for (const file of readdirSync(join(folder, name)).filter((file) => file.endsWith(".ts"))) {
      texts.set(`${name}/${file}`, readFileSync(join(folder, name, file), "utf8"));
    }
  }
  return texts;
}
