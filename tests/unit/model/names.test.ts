import assert from "node:assert/strict";
import test from "node:test";
import { nameTypes, pascalCase } from "../../../generator/model/names.ts";

test("a name of any letters becomes an identifier", () => {
  const cases = {
    "simple-user": "SimpleUser", "_types:Ids": "TypesIds", "a#b": "AB", APIKey: "APIKey", "2fa": "_2fa", "": "Schema", "Größe": "Größe",
    "Pet²": "Pet", "½ price": "Price", "名前": "名前", "x\u0301y": "X\u0301y",
  };
  for (const [written, identifier] of Object.entries(cases)) assert.equal(pascalCase(written), identifier);
  for (const identifier of Object.values(cases)) assert.match(identifier, /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u);
});

test("of names that come out alike, the one written so keeps it, and the others count in alphabetical order", () => {
  const schemas = ["foo_bar", "FooBar", "foo-bar"].map((component) => ({ id: `/components/schemas/${component}`, component, schema: { at: "" } }));
  const names = nameTypes(schemas, new Set(["/components/schemas/FooBar"]));
  assert.deepEqual([...names].sort(), [
    ["/components/schemas/FooBar", { name: "FooBar", requestName: "FooBarWritable" }],
    ["/components/schemas/foo-bar", { name: "FooBar2" }],
    ["/components/schemas/foo_bar", { name: "FooBar3" }],
  ]);
});
