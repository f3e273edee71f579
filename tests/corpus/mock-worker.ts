/** A process that tests the mock of one document after the other, as it is told to, so that none can harm the run. */
import { credentialsOf } from "../../generator/cli/test/credentials.ts";
import { testContract } from "../../generator/contract/tester/test-contract.ts";
import { seededRandom } from "../../generator/contract/tester/seeded-random.ts";
import { socketTransport } from "../../generator/contract/tester/transport/socket-transport.ts";
import { hasErrors } from "../../generator/diagnostics.ts";
import { loadDocument } from "../../generator/load/load-document.ts";
import { startMock } from "../../generator/mock/start-mock.ts";
import type { Api } from "../../generator/model/api.ts";
import { basePath } from "../../generator/model/base-path.ts";
import { buildApi } from "../../generator/model/build-api.ts";
import { methodAndPath } from "../../generator/model/sent-method.ts";
import { repository } from "../support/typecheck.ts";
import type { MockRun, MockTask } from "./mock-run.ts";

process.on("message", (task: MockTask) => {
  void answer(task).then((run) => process.send?.(run));
});

async function answer(task: MockTask): Promise<MockRun> {
  try {
    return await testMock(task);
  } catch (error) {
    return { ...nothing, verdict: "crashed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const nothing = { operations: 0, requests: 0, milliseconds: 0, findings: [] };

async function testMock({ path, operations: most, requests: maxRequests, seconds }: MockTask): Promise<MockRun> {
  const { document, diagnostics } = await loadDocument(path, { cwd: repository });
  const built = document && buildApi(document);
  if (document === undefined || built === undefined || hasErrors([...diagnostics, ...built.diagnostics])) return { ...nothing, verdict: "refused" };
  const { api } = built;
  const start = process.cpuUsage();
  const chosen = chosenOf(api, most);
  const mock = await startMock(api, { prism: false });
  const transport = socketTransport(mock.url + basePath(api));
  try {
    const credentials = credentialsOf([], api, {}, { mock: true }).given;
    const hooks = { skip: ({ name }: { name: string }) => (chosen.has(name) ? undefined : notChosen) };
    const { findings, requests, skipped } = await testContract(document, api, transport, { credentials, hooks, maxRequests, seconds, anyCredentials: true, isForgetful: true });
    const { user, system } = process.cpuUsage(start);
    const operations = api.operations.length - skipped.length;
    return {
      verdict: operations === 0 ? "empty" : "tested", operations, requests, milliseconds: (user + system) / 1000,
      findings: findings.map(({ code, severity, operation, message }) => ({ code, severity, operation, message })),
    };
  } finally {
    await transport.close();
    await mock.close();
  }
}

const notChosen = "not chosen";

/** So many of the operations, always the same ones. */
function chosenOf({ operations }: Api, most: number): ReadonlySet<string> {
  const random = seededRandom(1, "corpus");
  const ranked = operations.map((operation) => ({ name: methodAndPath(operation), rank: random() })).sort((one, other) => one.rank - other.rank);
  return new Set(ranked.slice(0, most).map(({ name }) => name));
}
