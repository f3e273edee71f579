import type { Phase } from "./phase.ts";

/** The phases that there are, in the order in which they run. */
export const phases: readonly Phase[] = [];
