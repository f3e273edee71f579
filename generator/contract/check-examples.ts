import type { Diagnostic } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Document } from "../load/document.ts";
import type { Api } from "../model/api.ts";
import type { FoundExample } from "./find-examples.ts";
import { findExamples } from "./find-examples.ts";
import type { SchemaChecker } from "./schema-checker.ts";
import { schemaChecker } from "./schema-checker.ts";

/** Every example and default that does not fit its schema: of parameters, headers, media types and schemas. */
export function checkExamples(document: Document, api: Api): Diagnostic[] {
  const check = schemaChecker(api);
  return findExamples(api).flatMap((example) => checkExample(example, check, document));
}

function checkExample(example: FoundExample, check: SchemaChecker, document: Document): Diagnostic[] {
  const { kind, at, value, schema, view } = example;
  try {
    return check(value, schema, view).map(({ pointer, message }) => {
      const subject = pointer === "" ? `This ${kind}` : `${pointer} of this ${kind}`;
      return diagnose("example-mismatch", `${subject} ${message}.`, document.at(at + pointer));
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [diagnose("unchecked-example", `This ${kind} could not be checked: ${reason}`, document.at(at))];
  }
}
