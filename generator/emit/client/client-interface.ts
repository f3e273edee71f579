import type { Api } from "../../model/api.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, blockPieces, code, type Printable } from "../../print/printable.ts";
import { namespaceDoc } from "../call/namespace-doc.ts";
import type { Namespaces } from "../call/namespaces.ts";
import { callDoc } from "../call/operation-doc.ts";
import { operationsFile } from "../call/operations-file.ts";
import type { Call } from "../call/plan-calls.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { callExample } from "./call-example.ts";

/** `export interface Client { pets: { get(args: PetsGetRequest, options?: CallOptions): Promise<Pet> } }` */
export function* clientInterface({ root, spaces }: Namespaces<Call>, { tags }: Api): Iterable<Printable> {
  yield code`/** The operations of the API as methods. */\n`;
  yield* blockPieces(code`export interface Client extends ${runtimeType("send", "Holder")} `, members());

  function* members(): Iterable<Printable> {
    for (const call of root) yield methodOf(call);
    for (const [name, calls] of spaces) {
      yield code`${namespaceDoc(calls[0]?.operation, tags)}readonly ${propertyKey(name)}: ${block(calls.map((call) => methodOf(call)))};`;
    }
  }
}

function methodOf(call: Call): Printable {
  const { method, request } = call.name;
  const isOptional = !call.operation.requestBody?.required && call.arguments.every(({ parameter }) => !parameter.required);
  const args = code`args${isOptional ? "?" : ""}: ${{ name: request, from: operationsFile }}`;
  const doc = callDoc(call, [{ tag: "throws", text: "{ApiError}" }, { tag: "example", text: callExample(call) }]);
  return code`${doc}${propertyKey(method)}(${args}, options?: ${runtimeType("draft", "CallOptions")}): Promise<${successType(call)}>;`;
}

function successType({ name, success }: Call): Printable {
  return success.own === undefined ? success.type : { name: name.success, from: operationsFile };
}
