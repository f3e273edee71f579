import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutCorpus } from "../../support/corpus.ts";
import { emittedValidators } from "../../support/emitted-validators.ts";
import { suiteCases, suiteFolder } from "./suite.ts";

test("emitted predicates pass the JSON-Schema-Test-Suite 2020-12, and what explains agrees with them", { skip: withoutCorpus(suiteFolder) }, async () => {
  const cases = await suiteCases({ draft: "draft2020-12", openapi: "3.1.1" });
  const validators = await emittedValidators(cases.map(({ api }) => api));
  const wrong = cases.flatMap(({ file, description, schemaId, tests }, index) => {
    const { is, validate } = validators[index]?.of(schemaId) ?? assert.fail();
    return tests.flatMap(({ description: name, data, valid }) => {
      const verdicts = { predicate: is(data), explained: validate(data).length === 0 };
      return verdicts.predicate === valid && verdicts.explained === valid ? [] : [`${file}: ${description}: ${name}: ${JSON.stringify(verdicts)}`];
    });
  });
  assert.deepEqual(wrong, []);
  assert.equal(cases.reduce((count, { tests }) => count + tests.length, 0), 1299);
});
