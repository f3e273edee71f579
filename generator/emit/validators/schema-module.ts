import { block, code, type Printable } from "../../print/printable.ts";
import type { CodeFile } from "../../print/print-file.ts";
import { separated } from "../../print/separated.ts";
import { typesFile } from "../schema/type-of.ts";
import { DeclaredCode } from "../validate/declared-code.ts";
import { judge } from "../validate/judge.ts";
import { ownSubject, parametersOf } from "../validate/local-function.ts";
import { Locals } from "../validate/locals.ts";
import type { Place } from "../validate/place.ts";
import type { Validator, ValidatorPlan } from "../validate/plan-validators.ts";
import { fits, schemaDataType, verdicts, violations, violationType } from "../validate/runtime-names.ts";
import { schemaDataCode } from "../validate/schema-data-code.ts";
import { printBody } from "../validate/statement.ts";
import { isCounting, withinName } from "../validate/validator-call.ts";

/** `validators/schemas/pet.ts`: `isPet`, `validatePet` and `petSchema`. */
export function schemaModule(validator: Validator, validators: ValidatorPlan, header: string): CodeFile {
  const { file, type, is, validate, data, view } = validator;
  const declared = new DeclaredCode([is, validate, data, withinName(validator)]);
  const place: Place = { validators, view, file: declared, path: () => type, locals: new Locals(), recursion: validator.recursion, judge };
  const name = { name: type, from: typesFile };
  const predicate = code`/** Whether a value is of type \`${type}\`. */\nexport function ${is}(value: unknown): value is ${name} `;
  const functions = predicates(validator, predicate, place);
  const explained = code`/** In which ways a value is not of type \`${type}\`: at most \`limit\` of them, none where it is. */
export function ${validate}(value: unknown, limit = 20): ${violationType}[] ${block([code`return ${is}(value) ? [] : ${violations}(${data}, value, { limit });`])}`;
  const schema = code`/** The schema of \`${type}\`, for those who explain. */\nexport const ${data}: ${schemaDataType} = ${schemaDataCode(validator.schema, place)};`;
  const pieces = [...functions, ...declared.declarations, explained, schema];
  return { path: file, header, declares: new Set([...declared.names, ...declared.locals]), body: [separated(pieces, "\n\n"), "\n"] };
}

/** The predicate that people call, and behind it the one that counts how deep it is. */
function predicates(validator: Validator, predicate: Printable, place: Place): Printable[] {
  const { is, data, recursion, schema } = validator;
  if (recursion === "interpreted") return [code`${predicate}${block([code`return ${fits}(${data}, value);`])}`];
  const body = printBody(judge.statements(schema, ownSubject(), place));
  if (!isCounting(recursion)) return [code`${predicate}${block(body)}`];
  const within = withinName(validator);
  const begin = recursion === "verdicts" ? code`${within}(value, 0, new ${verdicts}())` : code`${within}(value, 0)`;
  const signature = code`(value: unknown${parametersOf(place)}): boolean `;
  const outer = code`${predicate}${block([code`return ${begin};`])}`;
  const limit = "if (depth > 512) return false;";
  const doc = `/** The same, for a value so many levels below the one that was asked about. */\n`;
  if (!validator.remembers) return [outer, code`${doc}export function ${within}${signature}${block([limit, ...body])}`];
  const own = place.file.declare(`judge${validator.type}`);
  const remembered = code`return verdicts.of("${is}", value, () => ${own}(value, depth, verdicts));`;
  return [outer, code`${doc}export function ${within}${signature}${block([limit, remembered])}`, code`function ${own}${signature}${block(body)}`];
}
