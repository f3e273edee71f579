import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { isObject, type Json, type JsonObject, setMember } from "../../../../generator/json.ts";
import { loadDocument } from "../../../../generator/load/load-document.ts";
import type { Api } from "../../../../generator/model/api.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";
import { emittedValidators } from "../../../support/emitted-validators.ts";
import { repository } from "../../../support/typecheck.ts";
import { valueArbitrary } from "../../property/value-arbitrary.ts";
import { componentNames, documentArbitrary } from "./schema-arbitrary.ts";

/** Another seed tries others, and more: `SEED=1 DOCUMENTS=1000 node --import tsx --test …`. */
const seed = Number(process.env["SEED"] ?? 20_261_123);
const documentCount = Number(process.env["DOCUMENTS"] ?? 60);
const valuesPerSchema = 60;

test("emitted predicates, what explains, and ajv agree on random values of random schemas", async (context) => {
  context.diagnostic(`seed ${seed}`);
  const documents = fc.sample(documentArbitrary(), { seed, numRuns: documentCount });
  const apis = await Promise.all(documents.map(load));
  const validators = await emittedValidators(apis);
  const found = { valid: 0, invalid: 0 };
  const wrong: string[] = [];
  for (const [index, document] of documents.entries()) {
    const ajv = createAjv(document);
    for (const name of componentNames) {
      const { is, validate } = validators[index]?.of(`/components/schemas/${name}`) ?? assert.fail();
      const oracle = ajv.getSchema(`document#/components/schemas/${name}`) ?? assert.fail();
      for (const value of valuesOf(document, name)) {
        const verdicts = { emitted: is(value), explained: validate(value).length === 0, ajv: verdictOf(oracle, value) };
        found[verdicts.emitted ? "valid" : "invalid"]++;
        if (new Set(Object.values(verdicts)).size > 1 && !isKnownDefect(document, value, verdicts)) wrong.push(`${name} ${JSON.stringify(verdicts)} of ${JSON.stringify(value)}\n${JSON.stringify(document["components"])}`);
      }
    }
  }
  assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} of ${found.valid + found.invalid}`);
  assert.ok(found.valid > 1000 && found.invalid > 1000, JSON.stringify(found));
});

async function load(document: JsonObject): Promise<Api> {
  const loaded = await loadDocument("-", { cwd: repository, stdin: async () => JSON.stringify(document) });
  if (loaded.document === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
  return buildApi(loaded.document).api;
}

function createAjv(document: JsonObject): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, strictNumbers: true, ownProperties: true, validateSchema: false, inlineRefs: false, logger: false });
  formats.default(ajv);
  ajv.addSchema(document, "document");
  return ajv;
}

/** Values that have a good chance to fit, and the same with something changed. */
function valuesOf(document: JsonObject, name: string): Json[] {
  const components = isObject(document["components"]) ? document["components"]["schemas"] : undefined;
  if (!isObject(components)) return [];
  const values = fc.sample(valueArbitrary({ $ref: name }, components), { seed, numRuns: valuesPerSchema });
  const others = fc.sample(fc.tuple(fc.constantFrom(...values), mutation), { seed, numRuns: valuesPerSchema });
  return [...values, ...others.map(([value, { step, replacement }]) => mutated(value, step, replacement))];
}

const mutation = fc.record({ step: fc.nat(20), replacement: fc.constantFrom<(Json | undefined)[]>(undefined, null, 0, 1.5, "", "long text", [], {}, [1, 1], { a: "x", constructor: 1 }, { a: "it's" }) });

/** The value with one part of it replaced, or taken away. */
function mutated(value: Json, step: number, replacement: Json | undefined): Json {
  if (Array.isArray(value) && value.length > 0 && step > 0) {
    const at = step % value.length;
    return value.flatMap((item, index) => (index === at ? (step > 9 ? [mutated(item, step - 5, replacement)] : replacement === undefined ? [] : [replacement]) : [item]));
  }
  if (!isObject(value) || step === 0) return replacement ?? null;
  const copy: JsonObject = {};
  const names = [...Object.keys(value), "extra"];
  for (const [index, name] of names.entries()) {
    const member = value[name];
    const changed = index === step % names.length ? (step > 9 && member !== undefined ? mutated(member, step - 5, replacement) : replacement) : member;
    if (changed !== undefined) setMember(copy, name, changed);
  }
  return copy;
}

/** `undefined` where ajv throws. */
function verdictOf(oracle: (value: unknown) => unknown, value: Json): boolean | undefined {
  try {
    return oracle(value) === true;
  } catch {
    return undefined;
  }
}

type Verdicts = { emitted: boolean; explained: boolean; ajv: boolean | undefined };

/** What ajv is known to be wrong about. */
const knownDefects: readonly { name: string; applies: (document: JsonObject, value: Json, verdicts: Verdicts) => boolean }[] = [
  {
    name: "an empty list passes `contains` beside `minContains` or `maxContains`",
    applies: (document, value) => JSON.stringify(document).includes('"contains":') && JSON.stringify(value).includes("[]"),
  },
  {
    name: "`uniqueItems` beside `prefixItems` sees only the items that are of the type in `items`",
    applies: (document) => /"uniqueItems":true/.test(JSON.stringify(document)) && JSON.stringify(document).includes('"prefixItems":'),
  },
  { name: "equality of objects calls their `toString` and `valueOf`", applies: (_document, value, { ajv }) => ajv === undefined || /"(?:toString|constructor)":/.test(JSON.stringify(value)) },
];

function isKnownDefect(document: JsonObject, value: Json, verdicts: Verdicts): boolean {
  return verdicts.emitted === verdicts.explained && knownDefects.some(({ applies }) => applies(document, value, verdicts));
}
