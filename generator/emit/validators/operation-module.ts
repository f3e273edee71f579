import type { Api } from "../../model/api.ts";
import { contractOf } from "../../model/operation-contract.ts";
import type { Schema } from "../../model/schema.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import type { CodeFile } from "../../print/print-file.ts";
import { code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { type ServedOperation, servedOperations } from "../call/operation-modules.ts";
import { operationDoc } from "../call/operation-doc.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { header } from "../header.ts";
import { type CheckCode as CheckOfSchema, checkOf, type CheckRequest } from "../validate/check-of.ts";
import type { ValidatorPlan } from "../validate/plan-validators.ts";
import { type CheckCode, contractData } from "./contract-data.ts";
import { codeInData, type Data, dataCode } from "./data-code.ts";

/** `validators/operations/get-pet.ts` for each operation: its contract, which a server works by. */
export function* operationModules(api: Api, validators: ValidatorPlan): Iterable<CodeFile> {
  const line = header(api);
  for (const served of servedOperations(api.operations)) yield operationModule(served, validators, line);
}

function operationModule({ operation, module }: ServedOperation, validators: ValidatorPlan, line: string): CodeFile {
  const declares = new Set(["contract"]);
  const locals = new Set<string>();
  const declarations: Printable[] = [];
  const known = new Map<string, Data>();
  const check: CheckCode = (schema, view, name) => {
    if (schema === undefined) return undefined;
    // Responses share headers; where a schema stands says which it is, unless it was made of several.
    const key = `${view} ${schema.at} ${Object.keys(schema).join(" ")}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    const made = checkWithFreeNames(schema, { view, name, validators }, declares);
    for (const taken of made.declares) declares.add(taken);
    for (const local of made.locals) locals.add(local);
    declarations.push(...made.declarations);
    const data = codeInData(made.check);
    known.set(key, data);
    return data;
  };
  const contract = dataCode(contractData(contractOf(operation, validators.types.schemas), check));
  const doc = operationDoc(operation, `\`${methodAndPath(operation)}\``);
  const type = code`${runtimeType("server/contract", "Contract")}<${runtimeType("server/contract", "Check")}>`;
  const main = code`${doc}export const contract: ${type} = ${contract};`;
  return { path: module, header: line, declares: new Set([...declares, ...locals]), body: [separated([main, ...declarations], "\n\n"), "\n"] };
}

/** Two parts of an operation may come to be called alike: `query` "a-b" and "a_b". */
function checkWithFreeNames(schema: Schema, request: CheckRequest, taken: ReadonlySet<string>): CheckOfSchema {
  let made = checkOf(schema, request);
  for (let number = 2; [...made.declares].some((name) => taken.has(name)); number++) made = checkOf(schema, { ...request, name: `${request.name}${number}` });
  return made;
}
