import type { Schema } from "../model/schema.ts";
import type { Change } from "./change.ts";
import type { SchemaPlace } from "./schema-place.ts";
import { schemaChange } from "./schema-change.ts";

/** What is different in the bounds of a schema. */
export function diffLimits(base: Schema, revision: Schema, place: SchemaPlace): Change[] {
  const limits = [
    ...lower.map(([keyword, name]) => limitChange(base[keyword], revision[keyword], { name, keyword, isLower: true })),
    ...upper.map(([keyword, name]) => limitChange(base[keyword], revision[keyword], { name, keyword, isLower: false })),
  ];
  const changes = limits.flatMap((found) => (found === undefined ? [] : [schemaChange(found.name, found.message, { effect: found.effect, base, revision, place })]));
  if (base.uniqueItems !== revision.uniqueItems && (base.uniqueItems === true || revision.uniqueItems === true)) {
    const [name, message, effect] = revision.uniqueItems === true ? uniqueAdded : uniqueRemoved;
    changes.push(schemaChange(name, message, { effect, base, revision, place }));
  }
  if (base.multipleOf !== revision.multipleOf) {
    const effect = base.multipleOf === undefined ? "narrowed" : revision.multipleOf === undefined ? "widened" : "both";
    const message = revision.multipleOf === undefined ? "need be no multiple any more" : `must be a multiple of ${revision.multipleOf}`;
    changes.push(schemaChange("multiple-of-changed", message, { effect, base, revision, place }));
  }
  return changes;
}

const uniqueAdded = ["unique-items-added", "may have no two alike now", "narrowed"] as const;
const uniqueRemoved = ["unique-items-removed", "may have some alike now", "widened"] as const;

const lower = [
  ["minimum", "min"], ["exclusiveMinimum", "exclusive-min"], ["minLength", "min-length"], ["minItems", "min-items"], ["minProperties", "min-properties"],
  ["minContains", "min-contains"],
] as const;

const upper = [
  ["maximum", "max"], ["exclusiveMaximum", "exclusive-max"], ["maxLength", "max-length"], ["maxItems", "max-items"], ["maxProperties", "max-properties"],
  ["maxContains", "max-contains"],
] as const;

type Found = { name: string; effect: "narrowed" | "widened"; message: string };

function limitChange(old: number | undefined, now: number | undefined, { name, keyword, isLower }: { name: string; keyword: string; isLower: boolean }): Found | undefined {
  if (old === now) return undefined;
  if (now === undefined) return { name: `${name}-removed`, effect: "widened", message: `has no ${keyword} any more; it was ${old}` };
  if (old === undefined) return { name: `${name}-set`, effect: "narrowed", message: `has the ${keyword} ${now}` };
  const isTighter = isLower === now > old;
  return { name: `${name}-${now > old ? "increased" : "decreased"}`, effect: isTighter ? "narrowed" : "widened", message: `has the ${keyword} ${now}, and had ${old}` };
}
