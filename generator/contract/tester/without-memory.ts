import type { PhaseName } from "./case.ts";
import type { FindingCode } from "./finding.ts";
import type { FindingsBook } from "./findings-book.ts";
import type { Found } from "./found.ts";

/** Phases that ask only for what a server that keeps nothing cannot give. */
export const ofMemory: ReadonlySet<PhaseName> = new Set(["stateful", "semantic"]);

/** A book that does not take down what only a server can give that keeps what it is sent, and looks up what it is asked for. */
export function withoutMemory(book: FindingsBook): FindingsBook {
  return { ...book, count: (found, one) => needsMemory(found) || book.count(found, one) };
}

const codes: ReadonlySet<FindingCode> = new Set(["not-created", "not-deleted", "not-updated", "not-repeatable", "broken-link", "broken-paging", "broken-filter", "broken-order", "broken-echo", "broken-rule"]);

function needsMemory({ code, key }: Found): boolean {
  return codes.has(code) || (code === "protocol-violation" && /^(?:if-match|if-none-match|if-modified-since|etag)$/.test(key));
}
