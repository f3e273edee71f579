import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runtimeFiles } from "../../../generator/load/runtime-files.ts";
import { repository } from "../../support/typecheck.ts";

test("what a file imports of the runtime is copied, and what that imports, byte for byte", () => {
  const files = runtimeFiles([{ path: "client.ts", text: 'import { formPart } from "./runtime/form-part.js";\n\nexport const a = 1;\n' }]);
  assert.deepEqual(files.map(({ path }) => path), ["runtime/form-part.ts"]);
  assert.equal(files[0]?.text, readFileSync(join(repository, "generator/runtime/form-part.ts"), "utf8"));
});

test("files in folders are found from folders, also upwards", () => {
  const files = runtimeFiles([{ path: "validators/operations/get.ts", text: '// A comment.\n\nimport type { Contract } from "../../runtime/server/contract.js";\n' }]);
  assert.deepEqual(files.map(({ path }) => path), ["runtime/server/contract.ts", "runtime/validate/violation.ts"]);
});

test("what is passed on is copied as well, and what only a text says is not", () => {
  const text = 'import type { Pet } from "./types.js";\n\nexport { formPart } from "./runtime/form-part.js";\n\nexport const a = \' from "./runtime/send.js";\';\n';
  assert.deepEqual(runtimeFiles([{ path: "client.ts", text }]).map(({ path }) => path), ["runtime/form-part.ts"]);
});
