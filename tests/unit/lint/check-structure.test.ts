import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { checkStructure } from "../../../generator/lint/structure/check-structure.ts";

const info = { title: "Pets", version: "1" };
const v31 = (rest: JsonObject): JsonObject => ({ openapi: "3.1.1", info, paths: {}, ...rest });
const v30 = (rest: JsonObject): JsonObject => ({ openapi: "3.0.4", info, paths: {}, ...rest });
const parameter31 = (parameter: Json) => v31({ components: { parameters: { P: parameter } } });

const cases: { fact: string; document: JsonObject; says: string[] }[] = [
  { fact: "a document that is right has no findings", document: v31({}), says: [] },
  {
    fact: "a mistyped field is named with the one that was meant",
    document: v31({ info: { ...info, desciption: "Pets" } }),
    says: ["/info/desciption unexpected-field The Info Object has no field `desciption`. Did you mean `description`?"],
  },
  {
    fact: "a field that is not there is named, at the object that needs it",
    document: v31({ info: { title: "Pets" } }),
    says: ["/info missing-field The Info Object needs the field `version`."],
  },
  {
    fact: "a value of a wrong type is shown",
    document: v31({ info: { title: 5, version: "1" } }),
    says: ["/info/title wrong-type `title` must be a string, not 5."],
  },
  {
    fact: "a value of a wrong type lacks no fields",
    document: v31({ info: "Pets" }),
    says: ['/info wrong-type `info` must be an object, not "Pets".'],
  },
  {
    fact: "one of several fields has to be there",
    document: { openapi: "3.1.1", info },
    says: [" missing-field The document needs `paths`, `components` or `webhooks`."],
  },
  {
    fact: "two fields that exclude each other are named together",
    document: parameter31({ name: "p", in: "query", schema: {}, example: 1, examples: {} }),
    says: ["/components/parameters/P conflicting-fields `example` and `examples` cannot stand together."],
  },
  {
    fact: "fields that follow from a missing one are not findings of their own",
    document: parameter31({ name: "p", in: "query", style: "form" }),
    says: ["/components/parameters/P missing-field `P` needs `schema` or `content`."],
  },
  {
    fact: "a wrong location is told once, in 3.0 too, where each location is a branch of a oneOf",
    document: v30({ components: { parameters: { P: { name: "p", in: "qeury", schema: {} } } } }),
    says: ['/components/parameters/P/in wrong-value `in` must be "path", "query", "header" or "cookie", not "qeury". Did you mean "query"?'],
  },
  {
    fact: "a fault inside a schema of 3.0 is told by the branch that is no reference",
    document: v30({ components: { schemas: { S: { type: "sting" } } } }),
    says: ['/components/schemas/S/type wrong-value `type` must be "array", "boolean", "integer", "number", "object" or "string", not "sting". Did you mean "string"?'],
  },
  {
    fact: "a keyword of a 3.1 schema is checked by JSON Schema",
    document: v31({ components: { schemas: { S: { properties: { a: { minLength: "3" } } } } } }),
    says: ['/components/schemas/S/properties/a/minLength wrong-type `minLength` must be an integer, not "3".'],
  },
  { fact: "an unknown keyword of a 3.1 schema is no error", document: v31({ components: { schemas: { S: { nullable: true } } } }), says: [] },
  {
    fact: "a schema of another dialect is not judged",
    document: v31({ components: { schemas: { S: { $schema: "http://json-schema.org/draft-04/schema#", exclusiveMinimum: true } } } }),
    says: [],
  },
  {
    fact: "a document with a dialect of its own keeps its schemas unjudged",
    document: v31({ jsonSchemaDialect: "https://example.com/dialect", components: { schemas: { S: { minLength: "3" } } } }),
    says: [],
  },
  {
    fact: "a path begins with a slash",
    document: v31({ paths: { pets: {} } }),
    says: ["/paths/pets unexpected-field `pets` cannot stand in the Paths Object. A path begins with `/`."],
  },
  {
    fact: "an unusual component name is not an error of structure",
    document: v31({ components: { schemas: { "_types:Id": { type: "string" } } } }),
    says: [],
  },
  {
    fact: "a version that is a number is told to be text",
    document: { ...v31({}), openapi: 3.1 },
    says: ["/openapi wrong-type `openapi` must be a string, not 3.1."],
  },
  {
    fact: "Swagger 2.0 has its own schema",
    document: { swagger: "2.0", info, paths: { "/a": { get: { responses: { 200: {} } } } } },
    says: ["/paths/~1a/get/responses/200 missing-field A Response Object needs the field `description`."],
  },
];

describe("checkStructure", () => {
  for (const { fact, document, says } of cases) {
    test(fact, () => {
      const findings = checkStructure(document, "api.yaml");
      assert.deepEqual(findings.map(({ at, code, message }) => `${"pointer" in at ? at.pointer : "?"} ${code} ${message}`), says);
    });
  }

  for (const document of [v31, v30]) {
    test(`schemas of ${String(document({}).openapi)} nested as deep as loading allows are checked to the bottom`, () => {
      let schema: JsonObject = { minLength: "3" };
      for (let depth = 0; depth < 390; depth++) schema = { not: schema };
      const [finding, ...others] = checkStructure(document({ components: { schemas: { S: schema } } }), "api.yaml");
      assert.equal(finding?.code, "wrong-type");
      assert.deepEqual(others, []);
    });
  }
});
