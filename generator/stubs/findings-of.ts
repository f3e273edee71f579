import { diagnose, type Diagnostic, type Location } from "../diagnostics.ts";
import type { Addition, Comparison } from "./comparison.ts";
import type { Place } from "./group.ts";
import type { WantedHandler } from "./wanted.ts";

/** What there is to say about a comparison: the handlers that are missing, and everything else. */
export function findingsOf({ additions, removed, renamed, untold }: Comparison): { missing: Diagnostic[]; others: Diagnostic[] } {
  return {
    missing: additions.flatMap((addition) => wantedBy(addition).map((handler) => diagnose("missing-handler", `${nameOf(handler)} is missing: \`${handler.route}\`.`, placeOf(addition.group)))),
    others: [
      ...removed.map(({ member, name, notes }) => {
        const route = notes.route === undefined ? "" : `: \`${notes.route}\``;
        return diagnose("removed-handler", `${name} is not in the document any more${route}.`, placeOf(member));
      }),
      ...renamed.map(({ member, name, to }) => diagnose("renamed-handler", `${name} is called ${nameOf(to)} now: \`${to.route}\`.`, placeOf(member), `Rename it to ${nameOf(to)}.`)),
      ...untold.map(({ at, handlers }) => diagnose("unknown-handlers", `What is here cannot be told without running it, so it may hold ${listed(handlers)}; nothing was added.`, placeOf(at))),
    ],
  };
}

/** Where a piece of a person's file begins. */
export function placeOf({ file, node }: Place): Location {
  const { line, character } = file.source.getLineAndCharacterOfPosition(node.getStart(file.source));
  return { uri: file.path, line: line + 1, column: character + 1 };
}

function wantedBy(addition: Addition): WantedHandler[] {
  return addition.kind === "handler" ? [addition.handler] : addition.namespace.handlers;
}

/** `security.clearApiKeyCache` */
function nameOf({ group, name }: WantedHandler): string {
  return group === undefined ? name : `${group}.${name}`;
}

function listed(handlers: readonly WantedHandler[]): string {
  const names = handlers.slice(0, 5).map(nameOf).join(", ");
  return handlers.length > 5 ? `${names} and ${handlers.length - 5} more` : names;
}
