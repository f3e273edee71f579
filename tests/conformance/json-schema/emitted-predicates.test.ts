import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutCorpus } from "../../support/corpus.ts";
import { emittedValidators } from "../../support/emitted-validators.ts";
import { isOtherwise } from "./otherwise.ts";
import { suiteCases, type SuiteCase, suiteFolder } from "./suite.ts";

const skip = withoutCorpus(suiteFolder);

/** The tests that come out otherwise than they say: `file: group: test`. What judges and what explains have to agree. */
async function mistaken(cases: readonly SuiteCase[]): Promise<string[]> {
  const validators = await emittedValidators(cases.map(({ api }) => api));
  return cases.flatMap(({ file, description, schemaId, tests }, index) => {
    const { is, validate } = validators[index]?.of(schemaId) ?? assert.fail();
    return tests.flatMap((each) => {
      const name = `${file}: ${description}: ${each.description}`;
      const verdict = is(each.data);
      assert.equal(validate(each.data).length === 0, verdict, name);
      return verdict === each.valid ? [] : [name];
    });
  });
}

test("emitted predicates, JSON Schema 2020-12, all that is mandatory: only what is said of formats and dialects is otherwise", { skip }, async () => {
  const cases = await suiteCases({ draft: "draft2020-12", openapi: "3.1.1" });
  assert.equal(cases.reduce((count, { tests }) => count + tests.length, 0), 1299);
  const wrong = await mistaken(cases);
  assert.deepEqual(wrong.filter((name) => !isOtherwise(name)), []);
  assert.equal(wrong.length, 20);
});

test("emitted predicates, optional tests of formats: all of them", { skip }, async () => {
  assert.deepEqual(await mistaken(await suiteCases({ draft: "draft2020-12", openapi: "3.1.1", folder: "optional/format" })), []);
});
