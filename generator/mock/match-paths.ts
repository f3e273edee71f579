import { literalMeanings } from "../emit/server/literal-meanings.ts";
import { type RouteEnd, type RouteNode, routeTree } from "../emit/server/route-tree.ts";
import type { Operation } from "../model/api.ts";
import { plainPath } from "../runtime/server/plain-path.ts";
import type { Match, Routes } from "../runtime/server/routes.ts";
import { segmentEnd } from "../runtime/server/segment-end.ts";
import { segmentTexts } from "../runtime/server/segment-texts.ts";

/** Finds the path item of a path as a generated router does, without code being generated: static before templated, segment by segment. */
export function matchPaths(operations: readonly Operation[]): Routes["match"] {
  const root = routeTree(operations);
  const literals = literalMeanings(root);
  return (path) => (path.startsWith("/") ? matchSegment(root, path.includes("%") ? plainPath(path, literals) : path, 1, []) : undefined);
}

/** What matches the rest of a path from a segment on. `texts` stand for the placeholders so far. */
function matchSegment(node: RouteNode, path: string, start: number, texts: readonly string[]): Match | undefined {
  const end = segmentEnd(path, start);
  const after = (child: RouteNode | undefined, own: readonly string[]): Match | undefined => {
    if (child === undefined) return undefined;
    if (end < path.length) return matchSegment(child, path, end + 1, [...texts, ...own]);
    return child.end && matchOf(child.end, [...texts, ...own]);
  };
  const segment = path.slice(start, end);
  const plain = after(node.texts.get(segment), []);
  if (plain !== undefined) return plain;
  const mixed = [...node.mixed.values()].sort((one, other) => other.literals.join("").length - one.literals.join("").length);
  for (const { literals, node: child } of mixed) {
    const own = segmentTexts(segment, literals);
    const found = own && after(child, own);
    if (found !== undefined) return found;
  }
  return end > start ? after(node.any, [segment]) : undefined;
}

function matchOf({ methods, names }: RouteEnd, texts: readonly string[]): Match {
  return {
    methods: Object.fromEntries(methods),
    texts: Object.fromEntries(names.flatMap((own, index) => [...own].map((name) => [name, texts[index] ?? ""]))),
  };
}
