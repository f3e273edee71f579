import type { KnownFinding } from "./known-findings.ts";
import type { IndependentServer } from "./servers.ts";
import type { ServerRun, Told } from "./test-server.ts";

/** What all runs against a server came to. */
export type ServerResult = {
  readonly server: IndependentServer;
  readonly runs: readonly ServerRun[];
  /** Each kind that is known to be true, and the findings of it over all runs, each once. */
  readonly known: readonly { readonly kind: KnownFinding; readonly findings: readonly Told[] }[];
  readonly unexpected: readonly Told[];
};
