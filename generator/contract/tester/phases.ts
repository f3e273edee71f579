import type { Phase } from "./phase.ts";
import { auth } from "./phases/auth.ts";
import { coverage } from "./phases/coverage.ts";
import { examples } from "./phases/examples.ts";
import { fuzz } from "./phases/fuzz.ts";
import { negative } from "./phases/negative.ts";
import { protocol } from "./phases/protocol.ts";
import { semantic } from "./phases/semantic.ts";
import { stateful } from "./phases/stateful.ts";

/** The phases that there are, in the order in which they run. */
export const phases: readonly Phase[] = [examples, coverage, fuzz, negative, auth, protocol, stateful, semantic];
