import type { Case } from "./case.ts";
import type { Evidence, Finding } from "./finding.ts";
import type { Found } from "./found.ts";

/** The findings of a run, each defect once. */
export type FindingsBook = {
  /** Counts one more exchange that shows a defect that is known; `false` where it is not, or where that remains to be seen. */
  readonly count: (found: Found, one: Case) => boolean;
  /** Whether there is a finding about these parts of requests. */
  readonly has: (found: Found, about: readonly string[]) => boolean;
  readonly add: (found: Found, evidence: Evidence, about?: readonly string[]) => void;
  readonly size: () => number;
  readonly list: () => Finding[];
};

/** `values`: what has been in those parts, as far as was looked into. */
type Entry = { readonly finding: Finding; readonly about: readonly string[]; readonly values: ReadonlySet<string> };

/**
 * An empty book. `differencesOf` gives the parts of a case's request that are not as in the plainest one: a server that stumbles over a part
 * stumbles over it in any company, and what it stumbles over elsewhere is another defect.
 */
export function findingsBook(differencesOf: (one: Case) => ReadonlyMap<string, string>): FindingsBook {
  const byKey = new Map<string, Entry>();
  // A server that refuses everything has thousands: only those of the same operation are looked through.
  const byParts = new Map<string, string[]>();
  const counted = (key: string, entry: Entry) => void byKey.set(key, { ...entry, finding: { ...entry.finding, count: entry.finding.count + 1 } });
  const explains = ({ finding, about, values }: Entry, found: Found, parts: ReadonlyMap<string, string>) => {
    // A server that fails on a valid request may fail on one that is not for the same reason: the status is what they have in common.
    if (!found.key.startsWith(finding.key) || !about.every((part) => parts.has(part))) return false;
    return !isByParts(found) || values.size >= enough || values.has(textOf(about, parts));
  };
  return {
    count: (found, one) => {
      const key = keyOf(found);
      const known = byKey.get(key);
      if (known !== undefined && !isByParts(found)) return counted(key, known), true;
      if (!isByParts(found) && found.code !== "server-error") return false;
      const likely = byParts.get(subjectOf(found)) ?? [];
      const parts = likely.length === 0 ? undefined : partsOf(found, differencesOf(one));
      for (const each of likely) {
        const entry = byKey.get(each);
        if (entry !== undefined && parts !== undefined && explains(entry, found, parts)) return counted(each, entry), true;
      }
      return false;
    },
    has: (found, about) => byKey.has(keyWith(found, about)),
    add: (found, evidence, about = []) => {
      const key = keyWith(found, about);
      const known = byKey.get(key);
      if (known === undefined && isByParts(found)) byParts.set(subjectOf(found), [...(byParts.get(subjectOf(found)) ?? []), key]);
      const values = new Set([...(known?.values ?? []), textOf(about, differencesOf(evidence.case))]);
      const finding = known === undefined ? { ...found, evidence, count: 1 } : { ...known.finding, count: known.finding.count + 1 };
      byKey.set(key, { finding, about, values });
    },
    size: () => byKey.size,
    list: () => [...byKey.values()].map(({ finding }) => finding),
  };
}

/** After so many different values that show the same, a further one is taken to show it as well. */
const enough = 6;

/** Which part of a request a server stumbles over shows only when all others are as they should be. */
export function isByParts({ code, key }: Found): boolean {
  return code === "valid-request-refused" || (code === "server-error" && /^\d+ $/.test(key));
}

/** What a finding says by itself that it is about counts too: `500 path petId`. */
function partsOf({ key }: Found, differences: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const part = /^\d+ ((?:path|query|header|cookie) \S.*)$/.exec(key)?.[1];
  return part === undefined || differences.has(part) ? differences : new Map([...differences, [part, ""]]);
}

/** What two findings that may be one have in common. */
function subjectOf({ code, operation }: Found): string {
  return `${code} ${operation}`;
}

function keyWith(found: Found, about: readonly string[]): string {
  return isByParts(found) ? `${keyOf(found)} ${about.join(" ")}` : keyOf(found);
}

function textOf(about: readonly string[], parts: ReadonlyMap<string, string>): string {
  return about.map((part) => parts.get(part) ?? "").join(" ");
}

function keyOf({ code, operation, key }: Found): string {
  return `${code} ${operation} ${key}`;
}
