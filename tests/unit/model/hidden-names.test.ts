import assert from "node:assert/strict";
import { test } from "node:test";
import { hiddenNames } from "../../../generator/model/hidden-names.ts";
import { schemaById } from "../../../generator/model/lookup.ts";
import { build } from "./fake-document.ts";

test("a property is hidden by what is said of it, however many references and parts are in between", () => {
  const { api } = build({
    components: {
      schemas: {
        Pet: {
          type: "object",
          required: ["id", "seen", "secret", "name"],
          properties: {
            id: { $ref: "#/components/schemas/Id" },
            seen: { allOf: [{ $ref: "#/components/schemas/Id" }] },
            secret: { type: "string", writeOnly: true },
            name: { type: "string" },
          },
        },
        Id: { $ref: "#/components/schemas/OwnId" },
        OwnId: { type: "integer", readOnly: true },
        Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }] },
      },
    },
  });
  const schemas = schemaById(api);
  const dog = schemas.get("/components/schemas/Dog");
  assert.ok(dog);
  const hidden = (view: "request" | "response" | "any") => [...hiddenNames(dog, view, schemas)];
  assert.deepEqual([hidden("request"), hidden("response"), hidden("any")], [["id", "seen"], ["secret"], ["id", "seen", "secret"]]);
});
