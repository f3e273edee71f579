import type { Target } from "../../generator/targets.ts";

/**
 * What a generator did with one document.
 *
 * - `generated`: there are types
 * - `refused`: it said what is wrong and where (`unlocated`: it did not say where)
 * - `crashed`: a bug of ours was thrown, or the process ended · `hung`: no answer within the limit
 */
export type Attempt = {
  verdict: "generated" | "refused" | "unlocated" | "crashed" | "hung";
  /** The first thing it said: `/components/schemas/Pet: No schema …`, or of a crash the stack. */
  message?: string;
  /** Who gave a located message: `generate`, or where that was silent `lint`. */
  foundBy?: "generate" | "lint";
  /** What generating took; not writing, loading and linting. */
  milliseconds: number;
};

/** What a worker process is asked: to write what `only` names of the document to a folder, and to `lint` it where generate is silent. */
export type Task = { path: string; output: string; only: Target[]; lint: boolean; peer: boolean };
