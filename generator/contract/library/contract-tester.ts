import type { Document } from "../../load/document.ts";
import type { Api } from "../../model/api.ts";
import { didYouMean } from "../../runtime/server/did-you-mean.ts";
import { checkExchange } from "../tester/checks/check-exchange.ts";
import { checkTools } from "../tester/checks/check-tools.ts";
import type { CheckedOperation } from "../tester/checks/checked-exchange.ts";
import type { Found } from "../tester/found.ts";
import { isNamed } from "../tester/select-operations.ts";
import { testedOperations } from "../tester/tested-operations.ts";
import type { ContractFinding, Place } from "./contract-finding.ts";
import { type GivenRequest, requestOf } from "./given-request.ts";
import { type GivenResponse, readResponse, targetOf } from "./given-response.ts";
import { type ServerTest, type ServerTestOptions, type TestedServer, testServer } from "./test-server.ts";

/** A document that responses can be held against. */
export type ContractTester = {
  /**
   * What is wrong with a response of an operation, by its `operationId` or as `GET /pets/{id}`: nothing where it keeps the contract. What
   * depends on the request is judged only where that is given. Rejects with a `RangeError` where there is no such operation.
   */
  readonly checkResponse: (operation: string, response: GivenResponse, request?: GivenRequest) => Promise<readonly ContractFinding[]>;
  /**
   * What `specwright test` finds in a server that runs, by its URL, or in a router of generated code. Rejects with a `RangeError` where the
   * server is on another machine and `mayChangeData` is not said.
   */
  readonly testServer: (server: TestedServer, options?: ServerTestOptions) => Promise<ServerTest>;
};

/** Checks responses against a document, by the checks of contract tests. Schemas are compiled when they are first needed. */
export function contractTester(document: Pick<Document, "at">, api: Api, place: Place): ContractTester {
  const operations = testedOperations(api, { basePath: "", dress: (request) => request });
  const tools = checkTools(document, api);
  return {
    checkResponse: async (wanted, given, asked) => {
      const tested = operations.find((each) => isNamed(each, wanted));
      if (tested === undefined) throw new RangeError(unknown(wanted, operations));
      const response = await readResponse(given);
      const request = requestOf(tested, asked, targetOf(given));
      const all = checkExchange(tested, request, response, tools);
      const found = asked === undefined ? all.filter((each) => !dependsOnRequest(each, tested, response.status)) : all;
      const places = await place(found.map(({ at }) => at));
      return found.map(({ code, severity, operation, message, because }, index) => ({ code, severity, operation, message, because, ...(places[index] ?? { file: "", line: 1, column: 1 }) }));
    },
    testServer: (server, options = {}) => testServer(server, options, { document, api, place }),
  };
}

function unknown(wanted: string, operations: readonly CheckedOperation[]): string {
  const near = didYouMean(wanted, operations.flatMap(({ name, operation: { operationId } }) => [name, ...(operationId === undefined ? [] : [operationId])]));
  return `No operation ${JSON.stringify(wanted)}.${near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`} Name an operationId, or method and path: "GET /pets/{id}".`;
}

/** What may be right for a request that we know nothing of: statuses that HTTP itself has for some (see `isHttpsOwn`), and rules of both. */
function dependsOnRequest({ code, because }: Found, { operation }: CheckedOperation, status: number): boolean {
  if (code === "undocumented-status") return conditional.has(status) || (status === 415 && operation.requestBody !== undefined);
  return code === "broken-rule" && /\brequest\b/.test(because);
}

const conditional: ReadonlySet<number> = new Set([206, 304, 406, 412, 413, 414, 416, 417, 431]);
