import type { Json } from "../json.ts";
import type { JsonType, Schema } from "../model/schema.ts";
import type { Change } from "./change.ts";
import type { SchemaPlace } from "./schema-place.ts";
import { type Effect, schemaChange } from "./schema-change.ts";

/** What is different in the types, the listed values, the format and the pattern of a schema. */
export function diffValues(base: Schema, revision: Schema, place: SchemaPlace): Change[] {
  const change = (name: string, effect: Effect, message: string): Change => schemaChange(name, message, { effect, base, revision, place });
  const changes = [...typeChanges(base, revision, change), ...enumChanges(base, revision, change)];
  if (base.format !== revision.format) {
    const effect = base.format === undefined ? "narrowed" : revision.format === undefined ? "widened" : "both";
    changes.push(change("format-changed", effect, `has the format ${revision.format ?? "of any text"}, and had ${base.format ?? "none"}`));
  }
  if (base.pattern !== revision.pattern) {
    const effect = base.pattern === undefined ? "narrowed" : revision.pattern === undefined ? "widened" : "both";
    const name = base.pattern === undefined ? "pattern-added" : revision.pattern === undefined ? "pattern-removed" : "pattern-changed";
    const one = change(name, effect, revision.pattern === undefined ? "may be any text now" : `must match ${revision.pattern}`);
    // Whether one pattern allows what another does is not known without comparing their languages.
    changes.push(effect === "both" ? { ...one, severity: "warning" } : one);
  }
  if (JSON.stringify(base.default) !== JSON.stringify(revision.default)) {
    const one = change("default-value-changed", "neither", `has the default ${show(revision.default)}, and had ${show(base.default)}`);
    changes.push(place.direction === "request" && base.default !== undefined ? { ...one, severity: "warning" } : one);
  }
  return changes;
}

type MakeChange = (name: string, effect: Effect, message: string) => Change;

function typeChanges(base: Schema, revision: Schema, change: MakeChange): Change[] {
  const [old, now] = [typesOf(base), typesOf(revision)];
  const gone = [...old].filter((type) => !now.has(type));
  const come = [...now].filter((type) => !old.has(type));
  if (gone.length === 0 && come.length === 0) return [];
  if (come.length === 0 && gone.join() === "null") return [change("became-not-nullable", "narrowed", "cannot be null any more")];
  if (gone.length === 0 && come.join() === "null") return [change("became-nullable", "widened", "can be null now")];
  const effect = come.length === 0 ? "narrowed" : gone.length === 0 ? "widened" : "both";
  const name = { narrowed: "type-specialized", widened: "type-generalized", both: "type-changed" }[effect];
  return [change(name, effect, `is ${[...wordsOf(revision)].join(" or ")}, and was ${[...wordsOf(base)].join(" or ")}`)];
}

const anyType: readonly JsonType[] = ["null", "boolean", "object", "array", "number", "string"];

/** A number that must be an integer, and one that need not be, as types of their own: an `integer` is a `number`. */
function typesOf({ types, boolean }: Schema): Set<string> {
  const named = boolean === false ? [] : (types ?? anyType);
  return new Set(named.flatMap((type) => (type === "number" ? ["integer", "fraction"] : [type])));
}

function wordsOf({ types, boolean }: Schema): readonly string[] {
  return boolean === false ? ["nothing"] : (types ?? ["anything"]);
}

function enumChanges(base: Schema, revision: Schema, change: MakeChange): Change[] {
  const [old, now] = [listedOf(base), listedOf(revision)];
  if (old === undefined && now === undefined) return [];
  if (old === undefined) return [change("enum-added", "narrowed", `must be one of ${now?.map(show).join(", ")}`)];
  if (now === undefined) return [change("enum-removed", "widened", "may be anything of its type now")];
  const texts = (values: readonly Json[]): Set<string> => new Set(values.map((value) => JSON.stringify(value)));
  const [oldTexts, nowTexts] = [texts(old), texts(now)];
  return [
    ...[...oldTexts].filter((text) => !nowTexts.has(text)).map((text) => change("enum-value-removed", "narrowed", `cannot be ${text} any more`)),
    ...[...nowTexts].filter((text) => !oldTexts.has(text)).map((text) => change("enum-value-added", "widened", `can be ${text} now`)),
  ];
}

function listedOf({ enum: values, const: constant }: Schema): Json[] | undefined {
  return constant === undefined ? values : [constant.value];
}

function show(value: Json | { value: Json } | undefined): string {
  if (value === undefined) return "none";
  return JSON.stringify(typeof value === "object" && value !== null && "value" in value ? value.value : value);
}
