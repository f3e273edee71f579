import type { Failure, Path } from "./failure.ts";
import { depthOf, pointerOf } from "./failure.ts";
import { knownFields } from "./known-fields.ts";
import type { SchemaStore } from "./schema-store.ts";

/**
 * The failures that a person should read: of each `oneOf` the branch that was meant, and for one place only what says most.
 * A value of the wrong type has no missing fields; a field that may not stand beside another one is not unknown as well.
 */
export function chooseFailures(failures: readonly Failure[], store: SchemaStore): Failure[] {
  const byPlace = new Map<string, Failure[]>();
  for (const failure of failures.flatMap(unfold)) {
    const place = pointerOf(failure.at);
    const known = byPlace.get(place);
    if (known) known.push(failure);
    else byPlace.set(place, [failure]);
  }
  const follows = (failure: Failure) => failure.at !== undefined && byPlace.has(pointerOf(failure.at.parent)) && isConditional(failure, store);
  return [...byPlace.values()].flatMap(mostTelling).filter((failure) => !follows(failure));
}

/** `true` for a field that only other fields allow (`style`, beside a `schema`). Where its object has a fault, that is the reason. */
function isConditional({ problem }: Failure, store: SchemaStore): boolean {
  return problem.kind === "unknown" && knownFields(problem.schema, store).has(problem.field);
}

/** A choice as the failures of the branch that was meant, where that can be told; else itself. */
function unfold(failure: Failure): Failure[] {
  const { problem } = failure;
  if (problem.kind !== "choice" || problem.branches.some((branch) => branch.length === 0)) return [failure];
  const branches = meantBranches(problem.branches.map((branch) => branch.flatMap(unfold)), failure.at, problem.found);
  const [first] = branches;
  if (branches.length === 1 && first) return first;
  return merged(branches, failure) ?? closest(branches, failure.at);
}

/**
 * Branches that can have been meant: with or without `$ref` as the value is; those whose own kind of value it is;
 * and those whose constants, such as `in: path`, it has.
 */
function meantBranches(branches: Failure[][], at: Path | undefined, found: unknown): Failure[][] {
  const isReference = typeof found === "object" && found !== null && Object.hasOwn(found, "$ref");
  const fitting = [
    (branch: Failure[]) => !branch.some((each) => isReference ? isUnknown(each, "$ref") : isMissing(each, "$ref", at)),
    (branch: Failure[]) => !branch.some((each) => each.at === at && isOfAnotherKind(each)),
    (branch: Failure[]) => !branch.some((each) => each.problem.kind === "value" && each.at?.parent === at && discriminates(each)),
  ];
  return fitting.reduce((left, fits) => {
    const kept = left.filter(fits);
    return kept.length > 0 ? kept : left;
  }, branches);
}

/** A value of a wrong type, or one that is not even of the type of the values that are allowed. */
function isOfAnotherKind({ problem }: Failure): boolean {
  if (problem.kind === "value") return problem.allowed.every((each) => typeof each !== typeof problem.found);
  return problem.kind === "type";
}

function isUnknown({ problem }: Failure, field: string): boolean {
  return problem.kind === "unknown" && problem.field === field;
}

function isMissing({ problem, at }: Failure, field: string, place: Path | undefined): boolean {
  return problem.kind === "missing" && problem.field === field && at === place;
}

/** Fields by whose constant value OpenAPI's objects are told apart. */
function discriminates({ at }: Failure): boolean {
  return at?.token === "in" || at?.token === "type" || at?.token === "flow" || at?.token === "scheme";
}

/** One failure for branches which all say the same kind of thing about one place: the types, or the values, of any of them. */
function merged(branches: Failure[][], whole: Failure): Failure[] | undefined {
  for (const candidate of branches[0] ?? []) {
    const isSame = ({ at, problem }: Failure) => at?.token === candidate.at?.token && problem.kind === candidate.problem.kind;
    const same = branches.map((branch) => branch.find(isSame));
    if (!same.every((each) => each !== undefined)) continue;
    if (candidate.problem.kind === "type") {
      const expected = same.flatMap(({ problem }) => (problem.kind === "type" ? problem.expected : []));
      return [{ ...candidate, problem: { ...candidate.problem, expected: [...new Set(expected)] } }];
    }
    if (candidate.problem.kind === "value") {
      const allowed = same.flatMap(({ problem }) => (problem.kind === "value" ? problem.allowed : []));
      return [{ ...candidate, problem: { ...candidate.problem, allowed: [...new Set(allowed)] } }];
    }
  }
  // `anyOf: [{ required: [paths] }, { required: [components] }]` is told best as a whole.
  return branches.every((branch) => branch.every((each) => each.problem.kind === "missing" && each.at === whole.at)) ? [whole] : undefined;
}

/** The branch that the value comes nearest to: whose fields it has, which fails deepest, and with the fewest failures. */
function closest(branches: Failure[][], at: Path | undefined): Failure[] {
  const score = (branch: Failure[]) => {
    const here = branch.filter((each) => each.at === at);
    const missing = here.filter((each) => each.problem.kind === "missing");
    return Math.min(...branch.map((each) => depthOf(each.at))) * 100 - missing.length * 50 - here.length * 10 - branch.length;
  };
  return branches.reduce((best, branch) => (score(branch) > score(best) ? branch : best));
}

/** The failures of one place, without those that only follow from another one of them, and without saying one thing twice. */
function mostTelling(failures: Failure[]): Failure[] {
  for (const kind of ["type", "never", "unknown"] as const) {
    const found = failures.find((each) => each.problem.kind === kind);
    if (found) return [found];
  }
  // Without a required field, `oneOf` branches which ask for it cannot be told apart.
  const isAmbiguous = (each: Failure) => each.problem.kind === "choice" && each.problem.branches.some((branch) => branch.length === 0);
  const clear = failures.filter((each) => !isAmbiguous(each));
  const kept = clear.length > 0 ? clear : failures.slice(0, 1);
  return kept.filter((each, index) => kept.findIndex((other) => saysTheSame(each, other)) === index);
}

function saysTheSame(one: Failure, other: Failure): boolean {
  if (one.problem.kind !== other.problem.kind) return false;
  if (one.problem.kind === "missing" && other.problem.kind === "missing") return one.problem.field === other.problem.field;
  return one.problem.kind !== "limit" || (other.problem.kind === "limit" && one.problem.keyword === other.problem.keyword);
}
