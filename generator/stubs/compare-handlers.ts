import { ts } from "ts-morph";
import type { Addition, Comparison, Surplus } from "./comparison.ts";
import type { Group, Member } from "./group.ts";
import { handlerNotes, hasMarks } from "./handler-notes.ts";
import type { Pair, Paired } from "./pair-groups.ts";
import { routeKey } from "./route.ts";
import type { WantedHandler } from "./wanted.ts";

/** What is missing, gone, renamed and back again, in groups that were paired with those of the document. */
export function compareHandlers({ pairs, missing, unreadable, root }: Paired): Comparison {
  const surplus = pairs.flatMap(surplusOf);
  const lacking = [...pairs.flatMap(({ handlers, group }) => absent(handlers, group)), ...missing.flatMap(({ handlers }) => handlers)];
  const renamed = renames(surplus, lacking);
  const moved = new Set(renamed.map(({ to }) => to));
  const comparison: Comparison = {
    additions: [],
    removed: surplus.filter((one) => !renamed.some(({ member }) => member === one.member)),
    renamed,
    returned: pairs.flatMap(returnedOf),
    untold: unreadable.map(({ group, member, wanted }) => ({ group, at: member, handlers: wanted.handlers })),
  };
  const place = (group: Group, handlers: WantedHandler[], additions: Addition[]) => {
    // A module has no braces to put a handler between.
    const [obstacle] = ts.isSourceFile(group.node) ? [group] : group.unknown;
    if (obstacle === undefined) comparison.additions.push(...additions);
    else if (handlers.length > 0) comparison.untold.push({ group, at: obstacle, handlers });
  };
  for (const { group, handlers, siblings } of pairs) {
    const left = absent(handlers, group).filter((handler) => !moved.has(handler));
    place(group, left, left.map((handler) => ({ kind: "handler", group, siblings, handler })));
  }
  for (const namespace of missing) {
    const left = namespace.handlers.filter((handler) => !moved.has(handler));
    if (root && left.length > 0) place(root.group, left, [{ kind: "namespace", ...root, namespace: { ...namespace, handlers: left } }]);
  }
  return comparison;
}

function absent(handlers: readonly WantedHandler[], { members }: Group): WantedHandler[] {
  const names = new Set(members.map(({ name }) => name));
  return handlers.filter(({ name }) => !names.has(name));
}

/** The handlers of a group that the document does not have. In a class, and in what is spread, only those that name their route are handlers. */
function surplusOf({ group, handlers, siblings, prefix, others }: Pair): Surplus[] {
  const known = new Set([...handlers.map(({ name }) => name), ...siblings, ...others]);
  const unknown = firsts(group.members.filter(({ name }) => !known.has(name)));
  return unknown.flatMap((member) => {
    const notes = handlerNotes(member);
    const isHandler = notes.route !== undefined || (member.own && ts.isObjectLiteralExpression(group.node));
    return isHandler ? [{ member, name: `${prefix}${member.name}`, notes }] : [];
  });
}

function returnedOf({ group, handlers, prefix }: Pair): Surplus[] {
  const names = new Set(handlers.map(({ name }) => name));
  // Hardly a file has marks; where there are none, no comment needs to be looked at.
  const marked = new Set([...new Set(group.members.map(({ file }) => file))].filter(hasMarks));
  return group.members.flatMap((member) => {
    if (!names.has(member.name) || !marked.has(member.file)) return [];
    const notes = handlerNotes(member);
    return notes.mark ? [{ member, name: `${prefix}${member.name}`, notes }] : [];
  });
}

/** Of overloads, and of a getter with its setter, the first. */
function firsts(members: readonly Member[]): Member[] {
  return [...new Map(members.toReversed().map((member) => [member.name, member])).values()].reverse();
}

function renames(surplus: readonly Surplus[], lacking: readonly WantedHandler[]): Comparison["renamed"] {
  const byRoute = new Map(lacking.map((handler) => [routeKey(handler.route), handler]));
  return surplus.flatMap((one) => {
    const to = one.notes.route === undefined ? undefined : byRoute.get(routeKey(one.notes.route));
    if (!to) return [];
    // Two handlers of one route: the first is it, the other is left over.
    byRoute.delete(routeKey(to.route));
    return [{ ...one, to }];
  });
}
