import { readFileSync } from "node:fs";
import type { Told } from "./test-server.ts";

/**
 * A kind of finding that was looked at by hand, and is true: its rule, what its message says, where only some are meant the operations, and why it is
 * true. known.json has those of each server.
 */
export type KnownFinding = { readonly code: string; readonly says: string; readonly operations?: readonly string[]; readonly why: string };

/** The findings of a server that are known to be true. */
export function knownFindings(name: string): readonly KnownFinding[] {
  const known: { readonly [name: string]: readonly KnownFinding[] } = JSON.parse(readFileSync(new URL("./known.json", import.meta.url), "utf8"));
  return known[name] ?? [];
}

/** Whether a finding is of a known kind. */
export function isOfKind({ code, operation, message }: Told, kind: KnownFinding): boolean {
  return kind.code === code && message.includes(kind.says) && (kind.operations?.includes(operation) ?? true);
}
