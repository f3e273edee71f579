import { AssertionError } from "node:assert";
import { describeFindings } from "./contract-finding.ts";
import type { ContractTester } from "./contract-tester.ts";
import type { GivenRequest } from "./given-request.ts";
import type { GivenResponse } from "./given-response.ts";

/** For node:test and whoever else has no matchers: rejects with an `AssertionError` where a response breaks the contract. Warnings do not. */
export async function assertResponse(contract: ContractTester, operation: string, response: GivenResponse, request?: GivenRequest): Promise<void> {
  const findings = await contract.checkResponse(operation, response, request);
  if (!findings.some(({ severity }) => severity === "error")) return;
  throw new AssertionError({ message: `The response breaks the contract of ${operation}:\n${describeFindings(findings)}`, actual: findings, expected: [], operator: "assertResponse", stackStartFn: assertResponse });
}
