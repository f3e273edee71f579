import { methodAndPath } from "../../model/sent-method.ts";
import type { Evidence } from "./finding.ts";

/** Keeps one exchange for each operation and status, the first that there is. */
export function exchangeSamples(): { readonly note: (exchange: Evidence) => void; readonly list: () => Evidence[] } {
  const kept = new Map<string, Evidence>();
  return {
    note: (exchange) => {
      const { case: one, outcome } = exchange;
      const status = outcome.kind === "response" ? String(outcome.response.status) : outcome.failure;
      const key = `${one.operation === undefined ? "" : methodAndPath(one.operation)} ${status}`;
      if (!kept.has(key)) kept.set(key, exchange);
    },
    list: () => [...kept.values()],
  };
}
