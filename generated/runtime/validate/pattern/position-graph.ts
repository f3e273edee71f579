import { type CodePoints, everything } from "./code-points.js";
import type { PatternNode } from "./pattern-node.js";

/**
 * The places of a pattern at which a character is read, and from which to which one can go on: Glushkov's automaton, but with a count of
 * the ways (two stand for many), for each of them is tried by an engine that backtracks.
 */
export type PositionGraph = {
  readonly sets: readonly CodePoints[];
  readonly follow: readonly ReadonlyMap<number, number>[];
  /** Positions behind which nothing can fail any more. */
  readonly open: ReadonlySet<number>;
  /** A match can only begin where the text begins. */
  readonly isAnchored: boolean;
  /** A lookbehind holds an endless repetition: it is begun anew wherever it is asked for. */
  readonly looksFarBack: boolean;
};

/**
 * The graph of a pattern. `mostCounted`: repetitions that count higher are taken for endless ones, others for a single one. A pattern that
 * may begin anywhere reads what is before its beginning at position 0.
 */
export function positionGraph(node: PatternNode, mostCounted: number): PositionGraph {
  const graph: Growing = { sets: [], follow: [], open: new Set(), looksFarBack: false, mostCounted, isAnchored: isAnchored(node) };
  const start = graph.isAnchored ? undefined : leaf(graph, everything);
  const whole = partOf(graph, node);
  if (start !== undefined) {
    connect(graph, start.last, start.first);
    connect(graph, start.last, whole.first);
    if (whole.isPassable) graph.open.add(0);
  }
  for (const position of whole.openLast) graph.open.add(position);
  return graph;
}

type Growing = { sets: CodePoints[]; follow: Map<number, number>[]; open: Set<number>; looksFarBack: boolean; mostCounted: number; isAnchored: boolean };

type Counts = ReadonlyMap<number, number>;

/** `empty`: in how many ways it matches nothing; `isPassable`: in one that holds everywhere. `openLast`: last positions after which nothing is asserted. */
type Part = { empty: number; isPassable: boolean; first: Counts; last: Counts; openLast: ReadonlySet<number> };

const none: Counts = new Map();
const noPositions: ReadonlySet<number> = new Set();
const nothing: Part = { empty: 1, isPassable: true, first: none, last: none, openLast: noPositions };
const assertion: Part = { ...nothing, isPassable: false };

function partOf(graph: Growing, node: PatternNode): Part {
  switch (node.kind) {
    case "set": return leaf(graph, node.set);
    case "sequence": return node.parts.reduce((before, part) => sequence(graph, before, partOf(graph, part)), nothing);
    case "choice": return choice(node.parts.map((part) => partOf(graph, part)));
    case "repeat": return repeat(graph, node);
    case "back": return partOf(graph, node.part);
    case "look": return look(graph, node);
    case "start": case "end": case "boundary": case "inside": return assertion;
    default: return node satisfies never;
  }
}

function leaf(graph: Growing, set: CodePoints): Part {
  const position = graph.sets.push(set) - 1;
  graph.follow.push(new Map());
  const only: Counts = new Map([[position, 1]]);
  return { empty: 0, isPassable: false, first: only, last: only, openLast: new Set([position]) };
}

function sequence(graph: Growing, one: Part, other: Part): Part {
  connect(graph, one.last, other.first);
  return {
    empty: atMostTwo(one.empty * other.empty),
    isPassable: one.isPassable && other.isPassable,
    first: sum([one.first, times(other.first, one.empty)]),
    last: sum([other.last, times(one.last, other.empty)]),
    openLast: other.isPassable ? new Set([...one.openLast, ...other.openLast]) : other.openLast,
  };
}

function choice(parts: readonly Part[]): Part {
  return {
    empty: atMostTwo(parts.reduce((count, { empty }) => count + empty, 0)),
    isPassable: parts.some(({ isPassable }) => isPassable),
    first: sum(parts.map(({ first }) => first)),
    last: sum(parts.map(({ last }) => last)),
    openLast: new Set(parts.flatMap(({ openLast }) => [...openLast])),
  };
}

// An engine goes round for nothing only as often as it must (ECMA-262 RepeatMatcher). Where it must, what comes after may be read in that
// round or in the next one.
function repeat(graph: Growing, { part, minimum, maximum }: { part: PatternNode; minimum: number; maximum: number }): Part {
  if (maximum === 0) return nothing;
  const once = partOf(graph, part);
  if (maximum > graph.mostCounted) connect(graph, once.last, once.first);
  if (minimum === 0) return { ...once, empty: 1, isPassable: true };
  return maximum > 1 && once.empty > 0 ? { ...once, first: times(once.first, 2) } : once;
}

function look(graph: Growing, { part, ahead }: { part: PatternNode; ahead: boolean }): Part {
  if (!ahead) {
    graph.looksFarBack ||= isEndless(part);
    return assertion;
  }
  const inside = partOf(graph, part);
  for (const position of inside.openLast) graph.open.add(position);
  return { ...assertion, first: inside.first };
}

function isEndless(node: PatternNode): boolean {
  if (node.kind === "sequence" || node.kind === "choice") return node.parts.some(isEndless);
  if (node.kind === "repeat") return node.maximum === Infinity || isEndless(node.part);
  return (node.kind === "look" || node.kind === "back") && isEndless(node.part);
}

function isAnchored(node: PatternNode): boolean {
  switch (node.kind) {
    case "start": return true;
    case "sequence": {
      const first = node.parts.find(({ kind }) => kind !== "look");
      return first !== undefined && isAnchored(first);
    }
    case "choice": return node.parts.every(isAnchored);
    case "repeat": return node.minimum > 0 && isAnchored(node.part);
    default: return false;
  }
}

function connect(graph: Growing, from: Counts, to: Counts): void {
  for (const [before, ways] of from) {
    const follow = graph.follow[before];
    for (const [after, more] of to) follow?.set(after, atMostTwo((follow.get(after) ?? 0) + ways * more));
  }
}

function sum(counts: readonly Counts[]): Counts {
  const filled = counts.filter(({ size }) => size > 0);
  const [only] = filled;
  if (only !== undefined && filled.length === 1) return only;
  const total = new Map<number, number>();
  for (const each of filled) for (const [position, ways] of each) total.set(position, atMostTwo((total.get(position) ?? 0) + ways));
  return total;
}

function times(counts: Counts, factor: number): Counts {
  if (factor === 1) return counts;
  return factor === 0 ? none : new Map(Array.from(counts, ([position, ways]) => [position, atMostTwo(ways * factor)]));
}

function atMostTwo(count: number): number {
  return Math.min(count, 2);
}
