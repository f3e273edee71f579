import type { Api } from "../model/api.ts";
import type { CodeFile } from "../print/print-file.ts";
import type { ValidatorPlan } from "./validate/plan-validators.ts";
import { header } from "./header.ts";
import { schemaModule } from "./validators/schema-module.ts";

/** A file for each named schema, one by one: what says whether a value fits it, in which ways it does not, and the schema itself. */
export function* emitValidators(api: Api, validators: ValidatorPlan): Iterable<CodeFile> {
  const line = header(api);
  for (const validator of validators.all) yield schemaModule(validator, validators, line);
}
