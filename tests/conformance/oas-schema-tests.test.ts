import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkStructure } from "../../generator/lint/structure/check-structure.ts";
import { parse } from "../../generator/load/parse.ts";
import { corpusFolder, withoutCorpus } from "../support/corpus.ts";

// The OpenAPI Initiative's own tests of its schemas: what must pass, and what must fail.
const suite = join("suites", "oas-schema-tests");

for (const version of ["3.1", "3.2"]) {
  for (const verdict of ["pass", "fail"]) {
    const folder = join(suite, version, "tests", "schema", verdict);
    const skip = withoutCorpus(folder);
    describe(`OpenAPI ${version}: documents that ${verdict}`, { skip }, () => {
      for (const name of skip === false ? readdirSync(join(corpusFolder, folder)) : []) {
        test(name, async () => {
          const findings = await structureOf(join(corpusFolder, folder, name));
          const messages = findings.map(({ message }) => message).join("\n");
          assert.equal(findings.length > 0 ? "fail" : "pass", verdict, messages);
        });
      }
    });
  }
}

test("every verdict of the suite is there", { skip: withoutCorpus(suite) }, () => {
  const files = ["3.1", "3.2"].flatMap((version) =>
    ["pass", "fail"].flatMap((verdict) => readdirSync(join(corpusFolder, suite, version, "tests", "schema", verdict))),
  );
  assert.equal(files.length, 112);
});

async function structureOf(file: string) {
  const parsed = await parse({ uri: file, text: readFileSync(file, "utf8") });
  assert.ok(parsed.value !== undefined, `${file} does not parse`);
  return checkStructure(parsed.value, file);
}
