import type { CodePoints } from "./code-points.js";
import type { PatternNode } from "./pattern-node.js";
import { type PositionGraph, positionGraph } from "./position-graph.js";

/**
 * Whether an engine that backtracks can take more than linear time for a text that does not match: exponential, where a repetition can
 * read one text in two ways (`(a|a)*`, `(a+)+`); or a power, where two repetitions can share a text between them in many ways (`a*a*b`),
 * the search for a beginning being one of them (`\s+$`).
 */
export function backtracks(node: PatternNode): boolean {
  if (!hasRepeat(node)) return false;
  if (isAmbiguous(positionGraph(node, Number.MAX_VALUE))) return true;
  const counted = positionGraph(node, 1);
  return countedWays(node) > (counted.isAnchored ? fewWays : fewAnywhere) && isAmbiguous(counted);
}

/** Repetitions that count may read a text in so many ways: an engine is soon done with them, unless it begins at each character. */
const fewWays = 10_000;
const fewAnywhere = 500;
const mostPositions = 2_000;
/** After so many steps of looking, a pattern is taken to be slow. */
const mostSteps = 400_000;

function isAmbiguous(graph: PositionGraph): boolean {
  return graph.looksFarBack || graph.sets.length > mostPositions || isExponential(graph) || isPolynomial(graph);
}

function hasRepeat(node: PatternNode): boolean {
  if (node.kind === "sequence" || node.kind === "choice") return node.parts.some(hasRepeat);
  if (node.kind === "repeat") return node.maximum > 1 || hasRepeat(node.part);
  return (node.kind === "look" || node.kind === "back") && hasRepeat(node.part);
}

/** In how many ways a text can be read at most, as far as repetitions count. `inside` one, an endless one has very many, and around one there is no limit. */
function countedWays(node: PatternNode, inside = false): number {
  if (node.kind === "sequence") return node.parts.reduce((ways, part) => ways * countedWays(part, inside), 1);
  if (node.kind === "choice") return node.parts.reduce((ways, part) => ways + countedWays(part, inside), 0);
  if (node.kind === "look" || node.kind === "back") return countedWays(node.part, inside);
  if (node.kind !== "repeat") return 1;
  const { part, minimum, maximum } = node;
  if (maximum === Infinity) return countedWays(part, true) > 1 ? Infinity : inside ? 1_000 : 1;
  return countedWays(part, inside || maximum > 1) ** maximum * (maximum - minimum + 1);
}

/** Whether some position comes back to itself by one text in two ways. */
function isExponential(graph: PositionGraph): boolean {
  const overlap = overlaps(graph.sets);
  const effort = { left: mostSteps };
  return graph.sets.some((_, position) => {
    if (graph.open.has(position) || !comesBack(graph, position)) return false;
    const found = reach([[position, position, 0]], (state) => pairSteps(graph, overlap, state), ([one, other, split]) => one === position && other === position && split === 1, effort);
    return found || effort.left < 0;
  });
}

type Triple = readonly [number, number, number];
type Overlap = (one: number, other: number) => boolean;

/** Both go on by the same character. The third number is 1 as soon as their ways have differed. */
function* pairSteps({ follow }: PositionGraph, overlap: Overlap, [one, other, split]: Triple): Iterable<Triple> {
  for (const [next, ways] of follow[one] ?? []) {
    for (const [another, moreWays] of follow[other] ?? []) {
      if (!overlap(next, another)) continue;
      const differs = next !== another || (one === other && (ways > 1 || moreWays > 1));
      yield [next, another, split === 1 || differs ? 1 : 0];
    }
  }
}

/** Whether by one text a position comes back to itself, a later one does, and one comes from the first to the later. */
function isPolynomial(graph: PositionGraph): boolean {
  const overlap = overlaps(graph.sets);
  const effort = { left: mostSteps };
  const loops = graph.sets.map((_, position) => position).filter((position) => !graph.open.has(position) && comesBack(graph, position));
  return loops.some((first) => loops.some((later) => {
    if (first === later || !isReachable(graph, first, later)) return false;
    const goal = ([one, other, third]: Triple): boolean => one === first && other === later && third === later;
    return reach([[first, first, later]], (state) => tripleSteps(graph, overlap, state), goal, effort) || effort.left < 0;
  }));
}

function* tripleSteps({ follow, sets }: PositionGraph, overlap: Overlap, [one, other, third]: Triple): Iterable<Triple> {
  for (const next of follow[one]?.keys() ?? []) {
    for (const another of follow[other]?.keys() ?? []) {
      if (!overlap(next, another)) continue;
      for (const last of follow[third]?.keys() ?? []) {
        if (overlap(next, last) && overlap(another, last) && haveCommon(sets[next], sets[another], sets[last])) yield [next, another, last];
      }
    }
  }
}

/** Whether a state that is a goal can be reached, by one step at least. */
function reach(start: readonly Triple[], steps: (state: Triple) => Iterable<Triple>, isGoal: (state: Triple) => boolean, effort: { left: number }): boolean {
  const seen = new Set<string>();
  const open = [...start];
  for (let state = open.pop(); state !== undefined && effort.left >= 0; state = open.pop()) {
    for (const next of steps(state)) {
      if (isGoal(next)) return true;
      if (effort.left-- < 0) return false;
      const key = next.join();
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return false;
}

function comesBack(graph: PositionGraph, position: number): boolean {
  return isReachable(graph, position, position);
}

function isReachable({ follow }: PositionGraph, from: number, to: number): boolean {
  const seen = new Set<number>();
  const open = [from];
  for (let position = open.pop(); position !== undefined; position = open.pop()) {
    for (const next of follow[position]?.keys() ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

/** Whether the sets of two positions have a character in common. Each pair is looked at once. */
function overlaps(sets: readonly CodePoints[]): Overlap {
  const known = new Map<number, boolean>();
  return (one, other) => {
    if (one === other) return (sets[one]?.length ?? 0) > 0;
    const key = Math.min(one, other) * sets.length + Math.max(one, other);
    const ready = known.get(key) ?? haveCommon(sets[one], sets[other]);
    known.set(key, ready);
    return ready;
  };
}

function haveCommon(...sets: readonly (CodePoints | undefined)[]): boolean {
  return sets.reduce((common: CodePoints, set = []) => intersection(common, set), [[0, 0x10ffff]]).length > 0;
}

function intersection(one: CodePoints, other: CodePoints): CodePoints {
  const common: [number, number][] = [];
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const [first = 0, last = 0] = one[left] ?? [];
    const [otherFirst = 0, otherLast = 0] = other[right] ?? [];
    if (Math.max(first, otherFirst) <= Math.min(last, otherLast)) common.push([Math.max(first, otherFirst), Math.min(last, otherLast)]);
    if (last < otherLast) left++;
    else right++;
  }
  return common;
}
