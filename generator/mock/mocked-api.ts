import type { Api, Header, MediaType, Operation, Response } from "../model/api.ts";
import { basePath } from "../model/base-path.ts";
import { schemaById } from "../model/lookup.ts";
import { contractOf } from "../model/operation-contract.ts";
import { type Sampler, samplerOf } from "../model/sample/sampler.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import { schemeContracts } from "../model/scheme-contracts.ts";
import type { Check, ContentContract, Contract, HeaderContract } from "../runtime/server/contract.ts";
import type { Routes } from "../runtime/server/routes.ts";
import { contractChecker } from "./checked-contract.ts";
import { matchPaths } from "./match-paths.ts";

/** An Api as the mock has it: contracts that judge, and what makes values. */
export type MockedApi = {
  readonly api: Api;
  readonly schemas: ReadonlyMap<SchemaId, Schema>;
  readonly operations: readonly MockedOperation[];
  readonly routes: Routes;
  readonly sample: Sampler;
};

/** `name`: `GET /pets/{id}`. */
export type MockedOperation = { readonly name: string; readonly operation: Operation; readonly contract: Contract<Check>; readonly responses: readonly MockedResponse[] };

/** A response of the document beside what is judged of it. */
export type MockedResponse = {
  readonly status: string;
  readonly response: Response;
  readonly headers: readonly { readonly header: Header; readonly contract: HeaderContract<Check> }[];
  readonly contents: readonly MockedContent[];
};

/** `schema`: of the value that a program has; of a stream, of each item. Without one, anything goes. */
export type MockedContent = { readonly mediaType: MediaType; readonly contract: ContentContract<Check>; readonly schema: Schema | undefined };

/** Prepares an Api for being mocked. */
export function mockApi(api: Api): MockedApi {
  const schemas = schemaById(api);
  const check = contractChecker(schemas);
  const schemes = schemeContracts(api);
  const operations = api.operations.map((operation) => mockOperation(operation, { schemas, check, schemes: new Set(schemes.keys()) }));
  const entries = operations.map(({ contract }, index) => ({ name: [String(index)], load: async () => contract }));
  const routes = { match: matchPaths(api.operations), operations: entries, schemes: Object.fromEntries(schemes), basePath: basePath(api) };
  return { api, schemas, operations, routes, sample: samplerOf(schemas, "response") };
}

type Known = { schemas: ReadonlyMap<SchemaId, Schema>; check: ReturnType<typeof contractChecker>; schemes: ReadonlySet<string> };

function mockOperation(operation: Operation, { schemas, check, schemes }: Known): MockedOperation {
  const plain = contractOf(operation, schemas);
  // Credentials of a scheme that nobody declares cannot be sent; a mock that asked for them would answer nothing.
  const security = plain.security.filter((uses) => uses.every(({ scheme }) => schemes.has(scheme)));
  const contract = check({ ...plain, security });
  const responses = operation.responses.map((response, index): MockedResponse => {
    const headers = response.headers.filter(({ name }) => name.toLowerCase() !== "content-type");
    const judged = contract.responses[index];
    return {
      status: response.status,
      response,
      headers: headers.flatMap((header, position) => {
        const found = judged?.headers[position];
        return found === undefined ? [] : [{ header, contract: found }];
      }),
      contents: response.content.flatMap((mediaType, position) => {
        const found = judged?.content[position];
        return found === undefined ? [] : [{ mediaType, contract: found, schema: plain.responses[index]?.content[position]?.check }];
      }),
    };
  });
  return { name: `${contract.method} ${contract.path}`, operation, contract, responses };
}
