import assert from "node:assert/strict";
import { test } from "node:test";
import { testContract } from "../../generator/contract/tester/test-contract.ts";
import { socketTransport } from "../../generator/contract/tester/transport/socket-transport.ts";
import { startMock } from "../../generator/mock/start-mock.ts";
import { loadSubjects } from "./subjects.ts";

const { warehouse, observatory } = await loadSubjects();

for (const { name, document, api, credentials } of [warehouse, observatory]) {
  test(`nothing is said of the mock of the ${name}`, async () => {
    const mock = await startMock(api, { prism: false });
    const transport = socketTransport(mock.url, { answer: 300_000, pause: 1_000 });
    try {
      const { findings } = await testContract(document, api, transport, { credentials, anyCredentials: true, isForgetful: true, phases: ["examples", "auth", "protocol"] });
      assert.deepEqual(findings.map(({ code, operation, message }) => `${code} ${operation}: ${message}`), []);
    } finally {
      await transport.close();
      await mock.close();
    }
  });
}
