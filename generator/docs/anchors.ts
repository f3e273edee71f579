import { takeName } from "../model/identifier.ts";

/** Gives the places of a page ids to link to, each once: `response-200-_nodes-failures`. */
export type Anchors = (...names: readonly string[]) => string;

/** The anchors of one page. */
export function anchorsOfPage(): Anchors {
  const taken = new Set<string>();
  return (...names) => takeName(names.map((name) => name.replace(/[^\w.-]+/g, "_")).join("-").slice(0, 160), taken);
}
