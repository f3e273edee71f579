import assert from "node:assert/strict";
import type { JsonObject } from "../../../../generator/json.ts";
import { loadDocument } from "../../../../generator/load/load-document.ts";
import type { Api } from "../../../../generator/model/api.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";
import { contractOf } from "../../../../generator/model/operation-contract.ts";
import { randomOf } from "../../../../generator/model/sample/random.ts";
import { acceptedCredentials } from "../../../../generator/contract/tester/accepted-credentials.ts";
import type { Case } from "../../../../generator/contract/tester/case.ts";
import type { Outcome } from "../../../../generator/contract/tester/exchange.ts";
import { livingPaths } from "../../../../generator/contract/tester/living-paths.ts";
import { requestJudge } from "../../../../generator/contract/tester/judge-request.ts";
import type { Phase, TestedOperation } from "../../../../generator/contract/tester/phase.ts";
import { requestWriter } from "../../../../generator/contract/tester/write-request.ts";

export type TestedApi = { readonly api: Api; readonly operations: readonly TestedOperation[] };

/** The operations of a document as the phases are given them, without credentials. */
export async function testedApi(paths: JsonObject, schemas: JsonObject = {}): Promise<TestedApi> {
  const document = { openapi: "3.1.1", info: { title: "t", version: "1" }, paths, components: { schemas } };
  const loaded = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify(document) });
  assert.ok(loaded.document);
  const { api } = buildApi(loaded.document);
  const named = new Map(api.schemas.map(({ id, schema }) => [id, schema]));
  const operations = api.operations.map((operation): TestedOperation => {
    const contract = contractOf(operation, named);
    return { operation, name: `${contract.method} ${contract.path}`, contract, write: requestWriter(api, contract), ...requestJudge(api, contract) };
  });
  return { api, operations };
}

/** The cases that a phase sends; nobody answers. */
export async function casesOf(phase: Phase, { api, operations }: TestedApi, seed = 1): Promise<Case[]> {
  const sent: Case[] = [];
  const nothing: Outcome = { kind: "failure", failure: "closed", message: "" };
  await phase.run({
    api,
    operations,
    random: () => randomOf(seed).next,
    send: async (one) => {
      sent.push(one);
      return nothing;
    },
    report: () => assert.fail("these phases report nothing themselves"),
    leaveOut: () => undefined,
    withCredentials: (request) => request,
    at: (pointer) => ({ uri: "openapi.yaml", pointer }),
    takesAnyCredentials: false,
    transport: { baseUrl: "http://127.0.0.1:1", send: async () => nothing, close: async () => undefined },
    living: livingPaths(api),
    accepted: acceptedCredentials(api),
  });
  return sent;
}

/** A request in one line. */
export function shown({ request: { method, target, body } }: Pick<Case, "request">): string {
  return `${method} ${target}${body === undefined ? "" : ` ${new TextDecoder().decode(body)}`}`;
}
