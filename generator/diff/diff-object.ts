import type { Property, Schema } from "../model/schema.ts";
import type { Change } from "./change.ts";
import { pairUp } from "./pair-up.ts";
import { type Effect, schemaChange } from "./schema-change.ts";
import type { CompareSchemas, SchemaPlace } from "./schema-place.ts";

/** What is different in the properties of an object. `inner` compares what they hold. */
export function diffObject(base: Schema, revision: Schema, place: SchemaPlace, inner: CompareSchemas): Change[] {
  const { both, removed, added } = pairUp(base.properties ?? [], revision.properties ?? [], ({ name }) => name);
  const wasRequired = new Set(base.required);
  const isRequired = new Set(revision.required);
  const at = (name: string): SchemaPlace => ({ ...place, path: `${place.path ?? ""}/${name}` });
  const wasClosed = base.additionalProperties?.boolean === false;
  const isClosed = revision.additionalProperties?.boolean === false;
  return [
    ...removed.map((property) => removal(property, { base, revision, place: at(property.name) }, { wasRequired: wasRequired.has(property.name), isClosed })),
    ...added.map((property) => addition(property, { base, revision, place: at(property.name) }, { isRequired: isRequired.has(property.name), wasClosed })),
    ...both.flatMap(([old, now]) => [
      ...requiredChange(wasRequired.has(old.name), isRequired.has(now.name), { base: old.schema, revision: now.schema, place: at(now.name) }),
      ...viewChanges(old.schema, now.schema, at(now.name)),
      ...inner(old.schema, now.schema, at(now.name)),
    ]),
    ...(wasClosed === isClosed ? [] : [schemaChange(
      isClosed ? "additional-properties-closed" : "additional-properties-opened", isClosed ? "may have no further members now" : "may have further members now",
      { effect: isClosed && place.direction === "request" ? "narrowed" : "neither", base, revision, place },
    )]),
  ];
}

type Compared = { base: Schema; revision: Schema; place: SchemaPlace };

function removal({ schema }: Property, { revision, place }: Compared, { wasRequired, isClosed }: { wasRequired: boolean; isClosed: boolean }): Change {
  // Who reads a response misses what was always there; who sends a request is refused only where nothing else may be sent.
  const isBreaking = place.direction === "response" ? wasRequired : isClosed;
  const one = schemaChange(wasRequired && place.direction === "response" ? "required-property-removed" : "removed", "is gone", { effect: "neither", base: schema, revision, place });
  return { ...one, severity: isBreaking ? "breaking" : "warning" };
}

function addition({ schema }: Property, { base, place }: Compared, { isRequired, wasClosed }: { isRequired: boolean; wasClosed: boolean }): Change {
  const isNeeded = isRequired && place.direction === "request" && schema.readOnly !== true;
  const one = schemaChange(isNeeded ? "new-required" : "new-optional", isNeeded ? "is new, and must be sent" : "is new", { effect: "neither", base, revision: schema, place });
  if (isNeeded) return { ...one, severity: "breaking" };
  return wasClosed && place.direction === "response" ? { ...one, severity: "warning", message: "is new, where no further members were allowed" } : one;
}

function requiredChange(was: boolean, is: boolean, compared: Compared): Change[] {
  if (was === is) return [];
  const effect: Effect = is ? "narrowed" : "widened";
  const isResponse = compared.place.direction === "response";
  const message = is ? (isResponse ? "is always there now" : "must be sent now") : isResponse ? "may be missing now" : "need not be sent any more";
  return [schemaChange(is ? "became-required" : "became-optional", message, { effect, ...compared })];
}

/** A property that is not to be sent any more narrows a request, and one that is not given any more takes it from who reads it. */
function viewChanges(base: Schema, revision: Schema, place: SchemaPlace): Change[] {
  const change = (name: string, effect: Effect, message: string): Change => schemaChange(name, message, { effect, base, revision, place });
  const changes: Change[] = [];
  if (base.readOnly !== true && revision.readOnly === true) changes.push(change("became-read-only", place.direction === "request" ? "narrowed" : "neither", "is not to be sent any more"));
  if (base.readOnly === true && revision.readOnly !== true) changes.push(change("became-not-read-only", "neither", "may be sent now"));
  if (base.writeOnly !== true && revision.writeOnly === true) changes.push(change("became-write-only", place.direction === "response" ? "widened" : "neither", "is not given any more"));
  if (base.writeOnly === true && revision.writeOnly !== true) changes.push(change("became-not-write-only", "neither", "is given now"));
  return changes;
}
