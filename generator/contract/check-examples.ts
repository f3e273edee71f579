import type { Diagnostic } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import { isObject } from "../json.ts";
import type { Document } from "../load/document.ts";
import type { Api } from "../model/api.ts";
import type { Schema } from "../model/schema.ts";
import type { Mismatch } from "./describe-mismatches.ts";
import { everySchema } from "./every-schema.ts";
import type { FoundExample } from "./find-examples.ts";
import { findExamples } from "./find-examples.ts";
import { readPattern } from "../runtime/validate/pattern/read-pattern.ts";
import type { SchemaChecker } from "./schema-checker.ts";
import { schemaChecker } from "./schema-checker.ts";

/** Every example and default that does not fit its schema: of parameters, headers, media types and schemas. */
export function checkExamples(document: Document, api: Api): Diagnostic[] {
  const check = schemaChecker(api);
  const examples = findExamples(api);
  const schemas = [...api.schemas, ...examples].map(({ schema }) => schema);
  return [...checkPatterns(schemas, document), ...examples.flatMap((example) => checkExample(example, check, document))];
}

function checkPatterns(schemas: readonly Schema[], document: Document): Diagnostic[] {
  const seen = new Set<Schema>();
  return schemas.flatMap((schema) => everySchema(schema, seen)).flatMap(({ at, pattern }) => {
    if (pattern === undefined || readPattern(pattern) !== undefined) return [];
    const message = `${JSON.stringify(pattern)} is no regular expression; examples are not held to it.`;
    return [diagnose("unchecked-example", message, document.at(`${at}/pattern`))];
  });
}

function checkExample(example: FoundExample, check: SchemaChecker, document: Document): Diagnostic[] {
  const { kind, at, value, schema, view } = example;
  try {
    const mismatches = check(value, schema, view);
    if (kind === "default" && standsForAbsent(value, mismatches)) return [];
    return mismatches.map(({ pointer, message }) => {
      const subject = pointer === "" ? `This ${kind}` : `${pointer} of this ${kind}`;
      return diagnose("example-mismatch", `${subject} ${message}.`, document.at(at + pointer));
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [diagnose("unchecked-example", `This ${kind} could not be checked: ${reason}`, document.at(at))];
  }
}

/** `default: {}` beside `required`, or `[]` beside `minItems`, is how many documents write that there is nothing unless somebody gives it. */
function standsForAbsent(value: Json, mismatches: readonly Mismatch[]): boolean {
  const isEmpty = Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
  return isEmpty && mismatches.every(({ keyword }) => lacks.has(keyword));
}

/** What can be wrong with an empty list or object only because it is empty. */
const lacks: ReadonlySet<string> = new Set(["required", "minProperties", "minItems", "minContains", "contains", "anyOf", "oneOf"]);
