import assert from "node:assert/strict";
import { test } from "node:test";
import { specifierOf } from "../../../generator/print/specifier-of.ts";

const rows: [importer: string, target: string, specifier: string][] = [
  ["client.ts", "types.ts", "./types.js"],
  ["client.ts", "runtime/send.ts", "./runtime/send.js"],
  ["validators/schemas/pet.ts", "validators/schemas/owner.ts", "./owner.js"],
  ["validators/schemas/pet.ts", "types.ts", "../../types.js"],
  ["validators/operations/get-pet.ts", "validators/schemas/pet.ts", "../schemas/pet.js"],
  ["validators/pet.ts", "runtime/validate/record.ts", "../runtime/validate/record.js"],
];

for (const [importer, target, specifier] of rows) {
  test(`${importer} imports ${target} as ${specifier}`, () => {
    assert.equal(specifierOf(target, importer), specifier);
  });
}
