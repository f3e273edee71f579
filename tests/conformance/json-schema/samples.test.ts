import assert from "node:assert/strict";
import { test } from "node:test";
import { schemaById } from "../../../generator/model/lookup.ts";
import { samplerOf } from "../../../generator/model/sample/sampler.ts";
import { schemaDataOf } from "../../../generator/model/schema-data.ts";
import { fits } from "../../../generator/runtime/validate/fits.ts";
import { withoutCorpus } from "../../support/corpus.ts";
import { suiteCases, suiteFolder } from "./suite.ts";

/** Nothing that a person would write: values that no one finds but by reading the schema as a puzzle. */
const unfound = new Set<string>([]);

test("for every schema of the JSON-Schema-Test-Suite 2020-12 that some value fits, values are made that fit", { skip: withoutCorpus(suiteFolder) }, async () => {
  const cases = await suiteCases({ draft: "draft2020-12", openapi: "3.1.1" });
  let made = 0;
  const missing = cases.flatMap(({ file, description, schemaId, api, tests }) => {
    const schemas = schemaById(api);
    const schema = schemas.get(schemaId) ?? assert.fail();
    const judged = schemaDataOf(schemas, "response")(schema);
    const values = [undefined, 1, 2, 3].map((seed) => samplerOf(schemas, "response")(schema, seed === undefined ? {} : { seed }));
    for (const value of values) assert.ok(value === undefined || fits(judged, value));
    made += values.filter((value) => value !== undefined).length;
    const canBe = tests.some(({ data }) => fits(judged, data));
    const name = `${file}: ${description}`;
    return canBe && values.includes(undefined) && !unfound.has(name) ? [name] : [];
  });
  assert.deepEqual(missing, []);
  assert.ok(made > 1000);
});
