import type { Location } from "../../diagnostics.ts";
import type { Finding } from "../../contract/tester/finding.ts";

/** A finding, and others that say the same of another operation, or of another place. */
export type AlikeFindings = { readonly finding: Finding; readonly others: readonly Finding[] };

/** Findings put together by what they say: a framework that coerces types, or a document that has no 404, shows at every operation. */
export function alikeFindings(findings: readonly Finding[]): AlikeFindings[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.severity, plain(finding.message)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap(([finding, ...others]) => (finding === undefined ? [] : [{ finding, others }]));
}

/** What it says, wherever in a list, and with whatever success it was answered. */
function plain(message: string): string {
  return message.replace(/\/\d+(?=[/"])/g, "/0").replace(/\b2\d\d\b/g, "2XX");
}

/** Where else: `The same of PUT /books/{id}, at 3 places there`, on a line. */
export function toldOfOthers({ finding, others }: AlikeFindings): string[] {
  if (others.length === 0) return [];
  const operations = [...new Set(others.map(({ operation }) => operation))].filter((operation) => operation !== finding.operation);
  const places = others.filter(({ operation }) => operation === finding.operation).map(({ at }) => placed(at, finding.at));
  return [
    ...(places.length === 0 ? [] : [`The same at ${listed([...new Set(places)], "places")}.`]),
    ...(operations.length === 0 ? [] : [`The same of ${listed(operations, "operations")}.`]),
  ];
}

/** A place, without what it shares with the one that is told: `pages` beside `#/components/schemas/Book/properties/title`. */
function placed(at: Location, told: Location): string {
  if (!("pointer" in at)) return `line ${at.line}`;
  const [segments, known] = [at.pointer.split("/"), "pointer" in told ? told.pointer.split("/") : []];
  const start = segments.findIndex((segment, index) => segment !== known[index]);
  const own = start < 0 ? [] : segments.slice(start);
  return own.length === 0 || segments[start - 1] !== "properties" ? `#${at.pointer}` : own.join("/");
}

function listed(names: readonly string[], what: string): string {
  const more = names.length - most;
  return more < 2 ? names.join(", ") : `${names.slice(0, most).join(", ")}, and ${more} more ${what}`;
}

const most = 5;
