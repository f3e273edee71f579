import { describeFindings } from "./contract-finding.ts";
import type { ContractTester } from "./contract-tester.ts";
import type { GivenRequest } from "./given-request.ts";
import type { GivenResponse } from "./given-response.ts";

/**
 * Matchers for vitest and jest, by `expect.extend(matchers)`:
 *
 *     await expect(response).toSatisfyContract(contract, "getPet");
 */
export const matchers = {
  toSatisfyContract: async (response: GivenResponse, contract: ContractTester, operation: string, request?: GivenRequest) => {
    const findings = await contract.checkResponse(operation, response, request);
    const errors = findings.filter(({ severity }) => severity === "error");
    return {
      pass: errors.length === 0,
      message: () => (errors.length === 0 ? `The response keeps the contract of ${operation}, and was expected not to.` : `The response breaks the contract of ${operation}:\n${describeFindings(findings)}`),
    };
  },
};

/** What the matchers add to `expect(…)`: `declare module "vitest" { interface Matchers<T> extends ContractMatchers {} }`. */
export type ContractMatchers<Result = Promise<void>> = {
  /** Fails where the response breaks what the document says of the operation. */
  toSatisfyContract(contract: ContractTester, operation: string, request?: GivenRequest): Result;
};
