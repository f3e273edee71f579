import type { Finding } from "../../contract/tester/finding.ts";
import type { Observed } from "../../contract/proxy/observed.ts";
import type { TrafficReport } from "../../contract/proxy/exchange-judge.ts";

/** What a thread that judges exchanges begins with. `stdin` is the text of the document `-`. */
export type CheckWork = { readonly kind: "check exchanges"; readonly input: string; readonly cwd: string; readonly remote: boolean; readonly basePath: string; readonly stdin?: string };

/** What it is sent. */
export type ToChecker = { readonly kind: "exchanges"; readonly observed: readonly Observed[] } | { readonly kind: "report" };

/** What it sends: after some exchanges, what is new; and at the end all of it. */
export type FromChecker = { readonly kind: "checked"; readonly exchanges: number; readonly findings: readonly Finding[] } | { readonly kind: "report"; readonly report: TrafficReport };
