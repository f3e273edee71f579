import { type CodePoints, everything } from "./code-points.js";
import type { PatternNode } from "./pattern-node.js";

/** A step of a nondeterministic automaton. Steps are known by their numbers. */
export type Step =
  | { readonly kind: "read"; readonly set: CodePoints; readonly next: number }
  | { readonly kind: "fork"; readonly next: number[] }
  | { readonly kind: "assert"; readonly what: "start" | "end" | "boundary" | "inside"; readonly next: number }
  | { readonly kind: "look"; readonly look: Look; readonly negative: boolean; readonly next: number }
  | { readonly kind: "match" };

/** The first step is the last of the list. */
export type Program = readonly Step[];

/** What is looked for from a place on, reading towards the place: ahead backwards from the end, behind forwards from the start. */
export type Look = { readonly ahead: boolean; readonly program: Program };

/**
 * A pattern as steps, to be read forwards or backwards. What a group has matched before is taken for any text, and repetitions that would
 * make more steps than there should be for endless ones: nothing that matches is missed.
 */
export function programOf(node: PatternNode, forwards: boolean): Program {
  return assembled(node, forwards, mostSteps) ?? assembled(node, forwards, undefined) ?? [{ kind: "match" }];
}

const mostSteps = 5_000;

type Assembly = { readonly steps: Step[]; readonly forwards: boolean; readonly limit: number | undefined };

/** Without a limit, endless repetitions stand for counted ones. `undefined`: there would be more steps than that. */
function assembled(node: PatternNode, forwards: boolean, limit: number | undefined): Program | undefined {
  const assembly: Assembly = { steps: [{ kind: "match" }], forwards, limit };
  const first = add(assembly, node, 0);
  if (limit !== undefined && assembly.steps.length >= limit) return undefined;
  assembly.steps.push({ kind: "fork", next: [first] });
  return assembly.steps;
}

/** Adds the steps of a node that go on to the step `next`; gives the first of them. */
function add(assembly: Assembly, node: PatternNode, next: number): number {
  switch (node.kind) {
    case "set":
      return push(assembly, { kind: "read", set: node.set, next });
    case "sequence": {
      const parts = assembly.forwards ? [...node.parts].reverse() : node.parts;
      return parts.reduce((after, part) => add(assembly, part, after), next);
    }
    case "choice":
      return push(assembly, { kind: "fork", next: node.parts.map((part) => add(assembly, part, next)) });
    case "repeat":
      return addRepeat(assembly, node, next);
    case "look":
      if (node.negative && refersBack(node.part)) return next;
      return push(assembly, { kind: "look", look: { ahead: node.ahead, program: programOf(node.part, !node.ahead) }, negative: node.negative, next });
    case "back":
      return addLoop(assembly, { kind: "set", set: everything }, next);
    case "start": case "end": case "boundary": case "inside":
      return push(assembly, { kind: "assert", what: node.kind, next });
    default:
      return node satisfies never;
  }
}

function addRepeat(assembly: Assembly, { part, minimum, maximum }: { part: PatternNode; minimum: number; maximum: number }, next: number): number {
  if (assembly.limit === undefined && maximum > 1) return minimum === 0 ? addLoop(assembly, part, next) : add(assembly, part, addLoop(assembly, part, next));
  let after = maximum === Infinity ? addLoop(assembly, part, next) : next;
  for (let count = maximum === Infinity ? minimum : maximum; count > 0; count--) {
    if (assembly.limit !== undefined && assembly.steps.length >= assembly.limit) return after;
    const once = add(assembly, part, after);
    after = count > minimum ? push(assembly, { kind: "fork", next: [once, next] }) : once;
  }
  return after;
}

function addLoop(assembly: Assembly, part: PatternNode, next: number): number {
  const ways = [next];
  const fork = push(assembly, { kind: "fork", next: ways });
  ways.push(add(assembly, part, fork));
  return fork;
}

function push({ steps }: Assembly, step: Step): number {
  return steps.push(step) - 1;
}

/** Whether a node asks for what a group has matched. */
function refersBack(node: PatternNode): boolean {
  if (node.kind === "back") return true;
  if (node.kind === "sequence" || node.kind === "choice") return node.parts.some(refersBack);
  return (node.kind === "repeat" || node.kind === "look") && refersBack(node.part);
}
