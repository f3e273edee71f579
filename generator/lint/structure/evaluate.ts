import type { Json, JsonObject } from "../../json.ts";
import { isObject, member } from "../../json.ts";
import { assertions } from "./assertions.ts";
import type { Failure, Outcome, Path, Problem } from "./failure.ts";
import type { SchemaStore } from "./schema-store.ts";

/**
 * Everything that is wrong with a value by a schema: a small interpreter of the keywords that the official schemas of OpenAPI
 * and JSON Schema's own meta-schema are written in (tests/unit/lint/official-schemas.test.ts holds them to that list).
 * Interpreted and not compiled: a document is checked once, and a failing `oneOf` keeps what each branch said, from
 * which choose-failures.ts tells the one thing a person has to know.
 */
export function evaluate(value: Json, schema: Json, store: SchemaStore): Failure[] {
  return settle({ schema, value, at: undefined, owner: "", store, later: [] }).failures;
}

/**
 * One value against one schema. `owner` is the name of the definition that the schema stands in: `parameter`.
 * `later` takes the checks of what is inside the value: done one after the other, they need no stack that a document could exhaust.
 */
type Call = { schema: Json; value: Json; at: Path | undefined; owner: string; store: SchemaStore; later: Call[] };

/** The outcome with all that is inside the value: for the whole document, and where something hangs on whether a value fits. */
function settle(call: Call): Outcome {
  const later: Call[] = [];
  const outcome = check({ ...call, later });
  for (let next = later.pop(); next; next = later.pop()) {
    for (const each of check(next).failures) outcome.failures.push(each);
  }
  return outcome;
}

/** Whether a value fits a schema. */
function fits(call: Call): boolean {
  return settle(call).failures.length === 0;
}

function check(call: Call): Outcome {
  const { schema, value } = call;
  if (!isObject(schema)) return { failures: schema === false ? [failure(call, { kind: "never" })] : [], evaluated: new Set() };
  const outcome: Outcome = { failures: [], evaluated: new Set() };
  for (const problem of assertions(schema, value)) outcome.failures.push(failure(call, problem));
  checkInPlace(call, schema, outcome);
  if (isObject(value)) checkMembers(call, schema, value, outcome);
  else if (Array.isArray(value)) checkItems(call, schema, value, outcome);
  return outcome;
}

function failure(call: Call, problem: Problem): Failure {
  return { at: call.at, owner: call.owner, problem };
}

/** The keywords that apply further schemas to the same value. */
function checkInPlace(call: Call, schema: JsonObject, outcome: Outcome): void {
  const reference = member(schema, "$ref");
  if (typeof reference === "string") take(outcome, checkReference(call, reference));
  for (const each of listOf(schema, "allOf")) take(outcome, check({ ...call, schema: each }));
  for (const keyword of ["anyOf", "oneOf"] as const) checkChoice(call, schema, keyword, outcome);

  const not = member(schema, "not");
  if (not !== undefined && fits({ ...call, schema: not })) {
    outcome.failures.push(failure(call, { kind: "not", schema: not, found: call.value }));
  }
  const condition = member(schema, "if");
  if (condition !== undefined) {
    const tested = settle({ ...call, schema: condition });
    const holds = tested.failures.length === 0;
    if (holds) take(outcome, tested);
    const next = member(schema, holds ? "then" : "else");
    if (next !== undefined) take(outcome, check({ ...call, schema: next }));
  }
  if (isObject(call.value)) {
    for (const [field, dependent] of entriesOf(schema, "dependentSchemas")) {
      if (Object.hasOwn(call.value, field)) take(outcome, check({ ...call, schema: dependent }));
    }
  }
}

/**
 * Takes over what a schema said that must hold. Its fields count as accounted for even where it failed: the whole has failed
 * then, whatever they are, and calling each of them unknown as well would only hide the reason.
 */
function take(outcome: Outcome, part: Outcome): void {
  for (const each of part.failures) outcome.failures.push(each);
  for (const name of part.evaluated) outcome.evaluated.add(name);
}

function checkReference(call: Call, reference: string): Outcome {
  const target = call.store.target(reference);
  return check({ ...call, schema: target.schema, owner: target.owner ?? call.owner });
}

function checkChoice(call: Call, schema: JsonObject, keyword: "anyOf" | "oneOf", outcome: Outcome): void {
  const schemas = listOf(schema, keyword);
  if (schemas.length === 0) return;
  const parts = schemas.map((each) => settle({ ...call, schema: each }));
  const fitting = parts.filter((part) => part.failures.length === 0);
  const chosen = fitting.length > 0 ? fitting : parts;
  for (const part of chosen) for (const name of part.evaluated) outcome.evaluated.add(name);
  if (fitting.length === 1 || (keyword === "anyOf" && fitting.length > 0)) return;
  const branches = parts.map((part) => part.failures);
  outcome.failures.push(failure(call, { kind: "choice", schemas, branches, found: call.value }));
}

function checkMembers(call: Call, schema: JsonObject, value: JsonObject, outcome: Outcome): void {
  const properties = member(schema, "properties");
  const patterns = entriesOf(schema, "patternProperties");
  const additional = member(schema, "additionalProperties");
  const unevaluated = member(schema, "unevaluatedProperties");
  const names = member(schema, "propertyNames");
  if (properties === undefined && patterns.length === 0 && additional === undefined && unevaluated === undefined && names === undefined) return;

  for (const name of Object.keys(value)) {
    const inside = (inner: Json) => ({ ...call, schema: inner, value: value[name] ?? null, at: { token: name, parent: call.at } });
    const own = isObject(properties) ? member(properties, name) : undefined;
    const applying = patterns.filter(([pattern]) => call.store.expression(pattern).test(name)).map(([, inner]) => inner);
    if (own !== undefined) applying.push(own);
    if (applying.length === 0 && additional !== undefined) applying.push(additional);
    const closes = applying.length === 1 && applying[0] === false && own !== false;

    if (names !== undefined) {
      const failures = settle({ ...call, schema: names, value: name }).failures;
      if (failures.length > 0) outcome.failures.push({ ...failure(call, { kind: "name", name, failures }), at: inside(true).at });
    }
    if (closes || (applying.length === 0 && unevaluated === false && !outcome.evaluated.has(name))) {
      outcome.failures.push({ ...failure(call, { kind: "unknown", field: name, schema, in: value }), at: inside(true).at });
    } else {
      for (const inner of applying) call.later.push(inside(inner));
    }
    if (applying.length > 0 || unevaluated !== undefined) outcome.evaluated.add(name);
  }
}

function checkItems(call: Call, schema: JsonObject, value: Json[], outcome: Outcome): void {
  const items = member(schema, "items");
  const contains = member(schema, "contains");
  if (items !== undefined) {
    value.forEach((item, index) => {
      const at = { token: String(index), parent: call.at };
      call.later.push({ ...call, schema: items, value: item, at });
    });
  }
  if (contains !== undefined) {
    const count = value.filter((item) => fits({ ...call, schema: contains, value: item })).length;
    const least = member(schema, "minContains") ?? 1;
    const most = member(schema, "maxContains") ?? Infinity;
    if (count < Number(least) || count > Number(most)) {
      outcome.failures.push(failure(call, { kind: "contains", schema: contains, count }));
    }
  }
}

function listOf(schema: JsonObject, keyword: string): Json[] {
  const list = member(schema, keyword);
  return Array.isArray(list) ? list : [];
}

function entriesOf(schema: JsonObject, keyword: string): [string, Json][] {
  const map = member(schema, keyword);
  return isObject(map) ? Object.entries(map) : [];
}
