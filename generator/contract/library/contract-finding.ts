import type { Location } from "../../diagnostics.ts";
import type { FindingCode } from "../tester/finding.ts";

/**
 * One way in which a response breaks its contract.
 *
 *     { code: "invalid-response-body", severity: "error", operation: "GET /pets/{id}", message: '200: "/id" of the body must be an integer',
 *       because: "The document's schema says so: type", file: "/api/openapi.yaml", line: 41, column: 9 }
 */
export type ContractFinding = {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  readonly operation: string;
  readonly message: string;
  /** Why it is one: the rule of the standard or of the document. */
  readonly because: string;
  /** Where the document says so. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/** Where places of a document stand in its files. */
export type Place = (places: readonly Location[]) => Promise<readonly Pick<ContractFinding, "file" | "line" | "column">[]>;

/** Findings as text for people, three lines for each. */
export function describeFindings(findings: readonly ContractFinding[]): string {
  return findings.map(({ code, severity, operation, message, because, file, line, column }) => `${severity} ${code}  ${operation}: ${message}\n  ${because}\n  ${file}:${line}:${column}`).join("\n");
}
