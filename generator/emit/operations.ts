import type { Api } from "../model/api.ts";
import type { TypePlan } from "../model/type-plan.ts";
import type { CodeFile } from "../print/print-file.ts";
import { code, type Printable } from "../print/printable.ts";
import { callDoc } from "./call/operation-doc.ts";
import { operationsFile } from "./call/operations-file.ts";
import type { Call, CallPlan } from "./call/plan-calls.ts";
import { printPart } from "./call/part-call.ts";
import { rowOf } from "./call/row.ts";
import { runtimeValue } from "./call/runtime-name.ts";
import { header } from "./header.ts";
import { requestType } from "./operations/request-type.ts";
import { resultType } from "./operations/result-type.ts";

/** `operations.ts`: for each operation a constant that `send` takes, with the types of what it takes and gives. */
export function emitOperations(api: Api, plan: TypePlan, calls: CallPlan): CodeFile {
  return { path: operationsFile, header: header(api), declares: declaredNames(calls), body: body(plan, calls) };
}

function* body(plan: TypePlan, { calls, secured }: CallPlan): Iterable<Printable> {
  if (secured !== undefined) yield code`const secured = ${printPart(secured, { pure: true })};\n\n`;
  for (const call of calls) yield* operationPieces(call, plan);
  if (calls.length === 0) yield "export {};\n";
}

function* operationPieces(call: Call, plan: TypePlan): Iterable<Printable> {
  const { constant, request, result, success } = call.name;
  yield code`export type ${request} = ${requestType(call, plan)};\n\n`;
  if (call.success.own !== undefined) yield code`export type ${success} = ${call.success.type};\n\n`;
  yield code`export type ${result} =${resultType(call, plan)};\n\n`;
  yield code`${callDoc(call)}export const ${constant} = /*@__PURE__*/ ${runtimeValue("operation", "operation")}`;
  yield code`<${request}, ${result}>(${rowOf(call, { pure: true })});\n\n`;
}

function declaredNames({ calls }: CallPlan): Set<string> {
  return new Set(["secured", ...calls.flatMap(({ name }) => [name.constant, name.request, name.result, name.success])]);
}
