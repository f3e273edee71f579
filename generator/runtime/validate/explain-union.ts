import { equal } from "./equal.js";
import type { Evaluated } from "./evaluated.js";
import { beside, collecting, pointerToken, type Run, type Spot, violate } from "./judging.js";
import { has, isRecord } from "./record.js";
import type { SchemaData } from "./schema-data.js";
import { choicesOf, chosenProperties, nameOf, ownChoices, typesOf } from "./schema-facts.js";
import { cut, showList } from "./show.js";
import { isOfType, typeMessage } from "./value-type.js";
import type { Violation } from "./violation.js";

type Union = { readonly keyword: "anyOf" | "oneOf"; readonly branches: readonly SchemaData[] };

/** A branch, and the place of it among the others. */
type Branch = { readonly schema: SchemaData; readonly index: number };

/**
 * Says why a value fits no branch of a union: what the branch says that was meant, as far as a type, a property with a fixed value
 * or nearness tell; else what there was to choose from. Always `false`, the verdict.
 */
export function explainUnion(union: Union, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): false {
  if (run.found === undefined) return false;
  const { keyword } = union;
  const branches = union.branches.map((schema, index): Branch => ({ schema, index }));
  const choices = branches.map(({ schema }) => ownChoices(schema));
  if (choices.every((each) => each !== undefined)) return violate(run, spot, keyword, `must be one of ${showList(choices.flat())}`);
  const typed = branches.filter(({ schema }) => isOfType(typesOf(schema) ?? anyType, value));
  if (typed.length === 0) return violateTypes(branches, spot, run, keyword);
  const tag = isRecord(value) && typed.length > 1 ? findTag(typed) : undefined;
  const meant = tag === undefined || !isRecord(value) ? typed : typed.filter(({ schema }) => isChosen(schema, tag, value));
  if (meant.length === 0 && tag !== undefined) return violateTag(typed, tag, value, spot, run, keyword);
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) {
    run.judge(only.schema, value, beside(run, spot, keyword, only.index), run, evaluated);
    return false;
  }
  return explainNearest(keyword, meant, value, spot, run, evaluated);
}

const anyType = ["null", "boolean", "string", "number", "integer", "array", "object"] as const;

function violateTypes(branches: readonly Branch[], spot: Spot, run: Run, keyword: string): false {
  const types = new Set(branches.flatMap(({ schema }) => typesOf(schema) ?? []));
  return violate(run, spot, keyword, types.size === 0 ? "must fit an alternative, and none allows anything" : typeMessage([...types]));
}

/** A property for which every branch lists values. */
function findTag(branches: readonly Branch[]): string | undefined {
  const [first, ...others] = branches.map(({ schema }) => schema);
  return chosenProperties(first ?? true).find((name) => others.every((schema) => choicesOf(schema, name) !== undefined));
}

function isChosen(schema: SchemaData, tag: string, value: { readonly [name: string]: unknown }): boolean {
  return has(value, tag) && (choicesOf(schema, tag) ?? []).some((choice) => equal(choice, value[tag]));
}

function violateTag(branches: readonly Branch[], tag: string, value: unknown, spot: Spot, run: Run, keyword: string): false {
  if (isRecord(value) && !has(value, tag)) return violate(run, spot, keyword, `must have the property ${JSON.stringify(tag)}`);
  const choices = [...new Set(branches.flatMap(({ schema }) => choicesOf(schema, tag) ?? []))];
  return violate(run, { ...spot, path: `${spot.path}/${pointerToken(tag)}` }, keyword, `must be one of ${showList(choices)}`);
}

/** The violations of the one branch that has the fewest. Branches inside which there are unions again are guessed at to a certain depth only. */
function explainNearest(keyword: string, branches: readonly Branch[], value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): false {
  const attempts = run.guesses >= mostGuesses ? [] : branches.slice(0, mostBranches).map(({ schema, index }) => {
    const attempt = collecting({ ...run, guesses: run.guesses + 1 }, fewViolations);
    run.judge(schema, value, beside(run, spot, keyword, index), attempt, evaluated);
    return attempt.found.violations;
  });
  const [nearest, next] = [...attempts].sort((one, other) => one.length - other.length);
  if (nearest !== undefined && next !== undefined && nearest.length < next.length) {
    for (const violation of nearest) run.found?.violations.push(violation);
    return false;
  }
  const reasons = attempts.map((found) => onlyReason(found, spot));
  if (reasons.length > 0 && reasons.length <= 3 && reasons.every((reason) => reason !== undefined)) {
    return violate(run, spot, keyword, [...new Set(reasons)].join(", or "));
  }
  const names = branches.slice(0, 10).map(({ schema, index }) => nameOf(schema, beside(run, spot, keyword, index)));
  return violate(run, spot, keyword, cut(`must fit ${branches.length > 10 ? `one of ${branches.length} alternatives` : `one of ${names.join(", ")}`}`, 500));
}

const mostGuesses = 2;
const mostBranches = 20;
const fewViolations = 8;

function onlyReason(found: readonly Violation[], spot: Spot): string | undefined {
  const [first] = found;
  return found.length === 1 && first?.path === spot.path ? first.message : undefined;
}
