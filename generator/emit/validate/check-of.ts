import { block, code, type Printable } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import type { View } from "../../model/views.ts";
import { acceptsAll } from "./accepts-all.ts";
import { lowerFirst } from "./code-name.ts";
import { DeclaredCode } from "./declared-code.ts";
import { judge } from "./judge.ts";
import { Locals } from "./locals.ts";
import { ownSubject } from "./local-function.ts";
import type { Place } from "./place.ts";
import type { ValidatorPlan } from "./plan-validators.ts";
import { schemaDataType, violations, violationType } from "./runtime-names.ts";
import { schemaDataCode } from "./schema-data-code.ts";
import { printBody } from "./statement.ts";
import { exported } from "./validator-call.ts";

/** What a check is made for: `name`, in PascalCase, is what the functions made for it are named after, and no other check of the file has it. */
export type CheckRequest = { view: View; name: string; validators: ValidatorPlan };

/**
 * `check` is an expression of the type Check of runtime/server/contract.ts. `declares` are the names that `declarations` take in the file,
 * and `locals` those that they take in functions: no import may be called so either.
 */
export type CheckCode = { check: Printable; declarations: Printable[]; declares: ReadonlySet<string>; locals: ReadonlySet<string> };

/** What judges values by a schema: the functions of a named schema's own file, or functions declared beside the check. */
export function checkOf(schema: Schema, { view, name, validators }: CheckRequest): CheckCode {
  const named = schema.ref !== undefined && acceptsAll(withoutReference(schema)) ? validators.of(schema.ref, view) : undefined;
  if (named !== undefined) {
    return { check: checkCode(exported(named, named.is), exported(named, named.validate)), declarations: [], declares: new Set(), locals: new Set() };
  }
  const [is, validate, data] = [`is${name}`, `validate${name}`, `${lowerFirst(name)}Schema`];
  const file = new DeclaredCode([is, validate, data]);
  const place: Place = { validators, view, file, path: () => name, locals: new Locals(), recursion: "none", judge };
  const body = printBody(judge.statements(schema, ownSubject(), place));
  const declarations = [
    ...file.declarations,
    code`function ${is}(value: unknown): boolean ${block(body)}`,
    code`function ${validate}(value: unknown): ${violationType}[] ${block([code`return ${is}(value) ? [] : ${violations}(${data}, value);`])}`,
    code`const ${data}: ${schemaDataType} = ${schemaDataCode(schema, place)};`,
  ];
  return { check: checkCode(is, validate), declarations, declares: file.names, locals: file.locals };
}

function withoutReference({ ref: _ref, ...schema }: Schema): Schema {
  return schema;
}

function checkCode(is: Printable, validate: Printable): Printable {
  return code`{ is: ${is}, violations: ${validate} }`;
}
