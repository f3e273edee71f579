import type { PhaseName } from "./case.ts";
import type { Coverage } from "./coverage.ts";
import type { Evidence, Finding } from "./finding.ts";
import type { StopReason } from "./stopped.ts";

/** What came of a phase: how many requests it has sent, of how many operations, and why it ended before it was through, where it did. */
export type PhaseReport = { readonly name: PhaseName | "saved"; readonly requests: number; readonly operations: number; readonly stopped?: StopReason };

/** What came of a run. */
export type TestReport = {
  /** None where nothing was thought up, for what passed by. */
  readonly seed?: number;
  readonly baseUrl: string;
  /** By operation, in the document's order; errors before warnings. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** One exchange for each operation and status, the first that there was. */
  readonly samples: readonly Evidence[];
  readonly phases: readonly PhaseReport[];
  /** What was left out, and why. */
  readonly skipped: readonly { readonly operation: string; readonly reason: string }[];
  /** Why the run ended before it was through. */
  readonly stopped?: StopReason;
  /** What a hook said when it failed, which ended the run; or the last one, after it. */
  readonly hookFailure?: string;
  readonly requests: number;
  readonly milliseconds: number;
};
