import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { type Mock, startMock } from "../../../generator/mock/start-mock.ts";
import type { Api } from "../../../generator/model/api.ts";
import { corpusFolder, withoutCorpus } from "../../support/corpus.ts";
import { documents, loadApi } from "./load-api.ts";
import { answerJudge } from "./judge-answer.ts";
import { validRequest } from "./valid-request.ts";
import { whenPrismRuns } from "./when-prism-runs.ts";

// Prism takes a second to start. One is enough for all documents, of which each is mocked in its turn.
let prism: Promise<Mock> | undefined;
after(async () => (await prism)?.close());

for (const path of documents) {
  test(`every answer to a valid request is valid, with Prism and without it, static and dynamic: ${basename(path)}`, async () => {
    const api = await loadApi(path);
    assert.deepEqual((await faultsWithout(api)).faults, []);
    const mock = await (prism ??= startMock(api, { seed: 7 }));
    await whenPrismRuns(mock);
    mock.reload(api);
    const { faults, asked } = await faultsOf(api, mock);
    assert.deepEqual(faults, []);
    assert.ok(asked >= 2 * api.operations.length);
  });
}

for (const name of process.env["CORPUS"] ? ["github.json", "stripe-2023-09.yaml", "box.json", "kubernetes-core-v1.json"] : ["box.json"]) {
  const path = `real/${name}`;
  test(`a sample of the operations of a real document is answered validly: ${name}`, { skip: withoutCorpus(path) }, async () => {
    const api = await loadApi(join(corpusFolder, path));
    const { faults } = await faultsWithout(api, Math.ceil(api.operations.length / 60));
    assert.deepEqual(faults, []);
  });
}

/** Asks a mock without Prism. */
async function faultsWithout(api: Api, every = 1): Promise<{ faults: string[]; asked: number }> {
  const mock = await startMock(api, { prism: false, seed: 7 });
  try {
    return await faultsOf(api, mock, every);
  } finally {
    await mock.close();
  }
}

/** Asks for every documented status of every operation, and says what is wrong with the answers. */
async function faultsOf(api: Api, { url }: Mock, every = 1): Promise<{ faults: string[]; asked: number }> {
  const judge = answerJudge(api);
  const faults: string[] = [];
  let asked = 0;
  // To HTTP, paths that differ in what is behind a `#` are the same.
  for (const operation of api.operations.filter(({ path }, index) => index % every === 0 && !path.includes("#"))) {
    for (const code of operation.responses.map(({ status }) => codeOf(status))) {
      for (const dynamic of ["false", "true"]) {
        const request = validRequest(operation, api, url);
        request.headers.set("prefer", `code=${code}, dynamic=${dynamic}`);
        const answer = await fetch(request, { redirect: "manual" });
        asked++;
        const wrong = answer.status === Number(code) ? await judge(operation, answer) : [`answered ${answer.status}: ${answer.headers.get("specwright-problem") ?? await answer.text()}`];
        faults.push(...wrong.map((fault) => `${operation.method} ${operation.path} ${code} dynamic=${dynamic} by ${answer.headers.get("specwright-mock")}: ${fault}`));
      }
    }
  }
  return { faults, asked };
}

function codeOf(status: string): string {
  return /^\d{3}$/.test(status) ? status : /^\dXX$/i.test(status) ? `${status.charAt(0)}18` : "599";
}
