import assert from "node:assert/strict";
import { test } from "node:test";
import { fileNames } from "../../../../generator/emit/validate/file-names.ts";

const cases: readonly { name: string; types: string[]; files: string[] }[] = [
  { name: "words are told by their capitals", types: ["ClearApiKeyCacheResponse", "APIKey", "V1Foo", "_2fa"], files: ["clear-api-key-cache-response", "api-key", "v1-foo", "_2fa"] },
  { name: "no two differ in case only", types: ["APIKey", "ApiKey", "ApiKEY"], files: ["api-key", "api-key-3", "api-key-2"] },
  { name: "no two differ only in how Unicode writes a letter", types: ["Caf\u00E9", "Cafe\u0301", "\uFF21bc", "Abc"], files: ["caf\u00E9-2", "caf\u00E9", "\uFF41bc-2", "abc"] },
  { name: "none is a device of Windows", types: ["Con", "Aux", "Com1", "Console"], files: ["con-schema", "aux-schema", "com1-schema", "console"] },
  { name: "none is longer than a file name may be", types: ["A".repeat(300), `${"A".repeat(299)}B`], files: ["a".repeat(70), `${"a".repeat(70)}-2`] },
];

for (const { name, types, files } of cases) {
  test(name, () => {
    assert.deepEqual(types.map((type) => fileNames(types).get(type)), files);
  });
}

test("the order of the types is nothing", () => {
  const types = ["ApiKey", "APIKey", "Pet"];
  assert.deepEqual([...fileNames(types)].sort(), [...fileNames([...types].reverse())].sort());
});
