import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { startMock } from "../../../generator/mock/start-mock.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { repository } from "../../support/typecheck.ts";
import { documents } from "../../unit/mock/load-api.ts";
import { agreementOf } from "./agreement-of.ts";
import { generatedCode } from "./generated-code.ts";

// What is made from one document has to agree on it: mock, client, server, validators, and ajv, which is not ours.
for (const path of documents) {
  test(`mock, client, server, validators and ajv agree on every operation and documented status: ${basename(path)}`, async () => {
    const { document } = await loadDocument(path, { cwd: repository });
    assert.ok(document);
    const { api } = buildApi(document);
    const code = await generatedCode(document, api);
    const mock = await startMock(api, { prism: false, seed: 11 });
    try {
      const { disagreements, statuses, broken, refused } = await agreementOf(api, code, mock.url);
      assert.deepEqual(disagreements, []);
      assert.ok(statuses >= api.operations.length, "every operation is asked for");
      assert.ok(refused > 0 || broken === 0, "some broken answers are refused by all of them");
    } finally {
      await mock.close();
    }
  });
}
