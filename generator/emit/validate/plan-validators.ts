import type { Api } from "../../model/api.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { hiddenNames } from "../../model/hidden-names.ts";
import { lowerFirst } from "./code-name.ts";
import { fileNames } from "./file-names.ts";
import { findHiding } from "./find-hiding.ts";
import { planFacts, type SchemaFacts } from "./schema-facts.ts";
import { planRecursion, type Recursion } from "./plan-recursion.ts";

/** What judges the values of a named schema, in one view of it. `request` is only asked for where the two views differ. */
export type Validator = {
  id: SchemaId;
  schema: Schema;
  view: View;
  /** `validators/schemas/pet.ts` */
  file: string;
  /** Name of the type, and what the file exports: `Pet`, `isPet`, `validatePet`, `petSchema`. */
  type: string;
  is: string;
  validate: string;
  data: string;
  recursion: Recursion;
  /** Whether it looks up what was judged already, and keeps its own verdict. */
  remembers: boolean;
};

/** The validators of an Api's named schemas. Made once, for all targets. */
export type ValidatorPlan = {
  types: TypePlan;
  facts: SchemaFacts;
  all: readonly Validator[];
  /** The validator of a schema in a view; of a schema that is not split there is one for both. */
  of(id: SchemaId, view: View): Validator | undefined;
  /** The names that a view does not require: of a schema, and of what it is a part of. */
  hiddenNames(schema: Schema, view: View, around: ReadonlySet<string>): ReadonlySet<string>;
};

/** How the validators of an Api are called, where they stand, and which of them can call themselves. */
export function planValidators(api: Api, types: TypePlan): ValidatorPlan {
  const facts = planFacts(types.schemas);
  const recursion = planRecursion(facts);
  const names = [...types.names.values()].flatMap(({ name, requestName }) => (requestName === undefined ? [name] : [name, requestName]));
  const files = fileNames(names);
  const validators = new Map<string, Validator>();
  const add = (id: SchemaId, schema: Schema, type: string, view: View): void => {
    const file = `validators/schemas/${files.get(type) ?? ""}.ts`;
    const own = { type, is: `is${type}`, validate: `validate${type}`, data: `${lowerFirst(type)}Schema` };
    validators.set(keyOf(id, view), { id, schema, view, file, ...own, recursion: recursion.of.get(id) ?? "none", remembers: recursion.repeating.has(id) });
  };
  for (const { id, schema } of api.schemas) {
    const name = types.names.get(id);
    if (name === undefined) continue;
    add(id, schema, name.name, "response");
    if (name.requestName !== undefined) add(id, schema, name.requestName, "request");
  }
  const mayHide = findHiding(types.schemas);
  return {
    types,
    facts,
    all: [...validators.values()],
    of: (id, view) => validators.get(keyOf(id, view)) ?? validators.get(keyOf(id, "response")),
    hiddenNames: (schema, view, around) => (isAboutNames(schema) && mayHide(schema) ? hiddenNames(schema, view, types.schemas, around) : around),
  };
}

/** Whether a schema requires properties, or has parts that may. Most do not. */
function isAboutNames(schema: Schema): boolean {
  for (const key in schema) if (requiring.has(key)) return true;
  return false;
}

const requiring = new Set(["required", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"]);

function keyOf(id: SchemaId, view: View): string {
  return `${view} ${id}`;
}
