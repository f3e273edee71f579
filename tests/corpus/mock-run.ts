import type { FindingCode } from "../../generator/contract/tester/finding.ts";

/** What a worker process is asked: to test the mock of a document, so many of its operations, within so many requests and seconds. */
export type MockTask = { path: string; operations: number; requests: number; seconds: number };

/**
 * What became of it.
 *
 * - `tested`: it has run to its end, or to that of its requests or its time
 * - `refused`: the document is one that we do not take · `empty`: it has no operation that is tested
 * - `crashed`: a bug of ours was thrown, or the process ended · `hung`: no end within three times the limit
 */
export type MockRun = {
  verdict: "tested" | "refused" | "empty" | "crashed" | "hung";
  /** Of a crash the stack. */
  message?: string;
  operations: number;
  requests: number;
  /** Of the CPU, for mock and tester together; without reading the document. */
  milliseconds: number;
  findings: { code: FindingCode; severity: "error" | "warning"; operation: string; message: string }[];
};
