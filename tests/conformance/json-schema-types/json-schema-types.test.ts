import assert from "node:assert/strict";
import test from "node:test";
import { withoutCorpus } from "../../support/corpus.ts";
import { assignInstances, count } from "./assign-instances.ts";
import { generateGroups } from "./generate-groups.ts";
import { suiteFolder } from "./suite.ts";

// openapi-typescript 7.13 on the same: 48 groups without types, 11 that do not compile, 37 valid instances refused, 183 invalid
// ones caught. Most invalid ones cannot be caught: no type says `minimum: 3`.
test("JSON-Schema-Test-Suite as types: valid instances fit, and invalid ones mostly do not", { skip: withoutCorpus(suiteFolder) }, async () => {
  const outcome = await assignInstances(await generateGroups());
  assert.deepEqual(outcome.failed.map(({ group, failure }) => `${group.file} "${group.description}": ${failure}`), []);
  assert.deepEqual(outcome.broken.map(({ group, error }) => `${group.file} "${group.description}": ${error.message}`), []);
  const { valid, refused, invalid, caught } = count(outcome);
  assert.ok(refused <= 12, `${refused} of ${valid} valid instances are refused; run.ts beside this test lists them`);
  assert.ok(caught >= 181, `only ${caught} of ${invalid} invalid instances are caught`);
});
