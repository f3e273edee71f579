import type { Finding } from "../../generator/contract/tester/finding.ts";
import type { TestReport } from "../../generator/contract/tester/test-report.ts";
import type { Mutant } from "./mutant.ts";

/** What came of a faulty server: what was found that is its fault, and what else was. */
export type Verdict = { readonly expected: readonly Finding[]; readonly others: readonly Finding[] };

/** Takes apart what was found of a mutant. */
export function verdictOn({ on, codes }: Mutant, { findings }: TestReport): Verdict {
  const isExpected = ({ code, operation }: Finding) => codes.includes(code) && (operation === on || operation.endsWith(` ${on}`));
  const expected = findings.filter(isExpected);
  const others = findings.filter((finding) => !isExpected(finding));
  return { expected, others: others.filter((other) => !expected.some((finding) => isSame(finding, other))) };
}

/** The same of another operation is the same defect, and people are told so in one finding. */
function isSame(one: Finding, other: Finding): boolean {
  return one.code === other.code && one.message === other.message && one.operation !== other.operation;
}

/** The operations that a mutant needs, which is faster than all of them; all others are as they should be. */
export function operationsOf({ on, with: others = [] }: Mutant): string[] {
  return [...new Set([...(on.startsWith("/") ? [] : [on]), ...others])];
}
