import assert from "node:assert/strict";
import test from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { ourTypes } from "../../support/specwright.ts";
import { typecheck } from "../../support/typecheck.ts";
import { componentNames, documentArbitrary } from "./schema-arbitrary.ts";
import { valueArbitrary } from "./value-arbitrary.ts";

/** 50 documents of 4 schemas. Another seed tries others: `SEED=1 node --import tsx --test …`. */
const seed = Number(process.env["SEED"] ?? 20_260_101);
const documentCount = 50;
const valuesPerSchema = 12;

test("a value that a validator accepts is assignable to the type", async (context) => {
  context.diagnostic(`seed ${seed}`);
  const files = new Map<string, string>();
  const lines = new Map<string, string>();
  for (const [index, document] of fc.sample(documentArbitrary(), { seed, numRuns: documentCount }).entries()) {
    const { types, diagnostics } = await ourTypes(JSON.stringify(document));
    assert.ok(types !== undefined, `${diagnostics[0]?.message}: ${JSON.stringify(document)}`);
    const calls = validValues(document).map(([name, value]) => `${name}(${JSON.stringify(value)});`);
    files.set(`${index}/types.ts`, types);
    files.set(`${index}/values.ts`, [...preamble, ...calls, ""].join("\n"));
    calls.forEach((call, line) => lines.set(`${index}/values.ts:${preamble.length + line + 1}`, `${call} ${JSON.stringify(document["components"])}`));
  }
  assert.ok(lines.size > 1000, `only ${lines.size} values were found to be valid`);
  assert.deepEqual((await typecheck(files)).map(({ file, line, message }) => `${file}:${line}: ${message}\n${lines.get(`${file}:${line}`)}`), []);
});

/**
 * A function for each type. A literal that is given to a type parameter is a value like any other, while one that is
 * given to the type itself would be refused for members that the type does not name, which an open object may have.
 */
const preamble = [
  'import type { components } from "./types.ts";',
  ...componentNames.map((name) => `declare function ${name}<Value extends components["schemas"]["${name}"]>(value: Value): void;`),
];

function validValues(document: JsonObject): [name: string, value: Json][] {
  const components = isObject(document["components"]) ? document["components"]["schemas"] : undefined;
  assert.ok(isObject(components));
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  ajv.addSchema(document, "document");
  return componentNames.flatMap((name) => {
    const validate = ajv.getSchema(`document#/components/schemas/${name}`);
    assert.ok(validate);
    const values = fc.sample(valueArbitrary({ $ref: name }, components), { seed, numRuns: valuesPerSchema });
    return values.filter((value) => validate(value)).map((value): [string, Json] => [name, value]);
  });
}
