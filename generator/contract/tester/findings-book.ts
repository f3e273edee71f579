import type { Case } from "./case.ts";
import type { Evidence, Finding } from "./finding.ts";
import type { Found } from "./found.ts";

/** The findings of a run, each defect once. */
export type FindingsBook = {
  /** Counts one more exchange that shows a defect that is known; `false` where it is not. */
  readonly count: (found: Found, one: Case) => boolean;
  readonly add: (found: Found, evidence: Evidence) => void;
  readonly size: () => number;
  readonly list: () => Finding[];
};

/** An empty book. `partsOf` are the parts of a case's request that need not be there: of two refusals for the same part, one is told. */
export function findingsBook(partsOf: (one: Case) => readonly string[]): FindingsBook {
  const byKey = new Map<string, Finding>();
  // A server that refuses everything has thousands: only those of the same operation are looked through.
  const byParts = new Map<string, string[]>();
  const counted = (key: string, finding: Finding) => void byKey.set(key, { ...finding, count: finding.count + 1 });
  return {
    count: (found, one) => {
      const key = keyOf(found);
      const known = byKey.get(key);
      if (known !== undefined && !isByParts(found)) return counted(key, known), true;
      if (!isByParts(found) && found.code !== "server-error") return false;
      const parts = new Set(partsOf(one));
      for (const likely of byParts.get(subjectOf(found)) ?? []) {
        const finding = byKey.get(likely);
        // A server that fails on a valid request may fail on one that is not for the same reason: the status is what they have in common.
        if (finding !== undefined && found.key.startsWith(finding.key) && partsOf(finding.evidence.case).every((part) => parts.has(part))) return counted(likely, finding), true;
      }
      return false;
    },
    add: (found, evidence) => {
      const key = isByParts(found) ? `${keyOf(found)} ${partsOf(evidence.case).join(" ")}` : keyOf(found);
      const known = byKey.get(key);
      if (known === undefined && isByParts(found)) byParts.set(subjectOf(found), [...(byParts.get(subjectOf(found)) ?? []), key]);
      byKey.set(key, known === undefined ? { ...found, evidence, count: 1 } : { ...known, count: known.count + 1 });
    },
    size: () => byKey.size,
    list: () => [...byKey.values()],
  };
}

/** What two findings that may be one have in common. */
function subjectOf({ code, operation }: Found): string {
  return `${code} ${operation}`;
}

/** Which part of a request a server stumbles over shows only when all others are gone. */
function isByParts({ code, key }: Found): boolean {
  return code === "valid-request-refused" || (code === "server-error" && /^\d+ $/.test(key));
}

function keyOf({ code, operation, key }: Found): string {
  return `${code} ${operation} ${key}`;
}
