import type { FindingCode } from "../../generator/contract/tester/finding.ts";
import type { Fault } from "./fault.ts";

/** Kinds of what servers do wrong, by what it takes to see it. */
export const kinds = ["example", "params", "boundary", "negative", "auth", "protocol", "stateful", "pagination", "semantic"] as const;

export type Kind = (typeof kinds)[number];

/** A server that does one thing wrong, and what must be found of it. */
export type Mutant = {
  readonly name: string;
  /** The operation at which the finding is to be: `GET /items`. */
  readonly on: string;
  /** Operations that take part in showing it, beside that one. */
  readonly with?: readonly string[];
  /** As which it may be found. */
  readonly codes: readonly FindingCode[];
  readonly fault: Fault;
};
