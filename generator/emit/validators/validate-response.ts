import type { Api } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { stringLiteral } from "../../print/literal.ts";
import type { CodeFile } from "../../print/print-file.ts";
import { specifierOf } from "../../print/specifier-of.ts";
import { code, type Printable } from "../../print/printable.ts";
import { argumentsOf } from "../call/arguments.ts";
import { servedOperations } from "../call/operation-modules.ts";
import { routeOf } from "../call/route.ts";
import { runtimeType, runtimeValue } from "../call/runtime-name.ts";
import { header } from "../header.ts";

const path = "validators/validate-response.ts";

/** `validators/validate-response.ts`: what a client takes as its option `validate`. */
export function validateResponseFile(api: Api, plan: TypePlan): CodeFile {
  return { path, header: header(api), declares: new Set(["validateResponse", "contracts"]), body: body(api, plan) };
}

function* body(api: Api, plan: TypePlan): Iterable<Printable> {
  yield 'export { ResponseViolation } from "../runtime/validate/response-violation.js";\n\n';
  yield `/**\n * Looks at every response that a client gets: \`createClient({ validate: validateResponse })\`. Where a body is not what the document says,\n`;
  yield ` * the call rejects with a \`ResponseViolation\`. What an operation needs is loaded when it is first called.\n */\n`;
  yield "export async function validateResponse(route: string, status: number, body: unknown): Promise<void> {\n";
  yield code`  const contract = await contracts.get(route)?.();\n  if (contract) ${runtimeValue("validate/check-response", "checkResponse")}(contract, route, { status, body });\n}\n\n`;
  yield "/** By what the client calls an operation. */\n";
  const contract = code`${runtimeType("server/contract", "Contract")}<${runtimeType("server/contract", "Check")}>`;
  yield code`const contracts = new Map<string, () => Promise<${contract}>>([`;
  for (const { operation, module } of servedOperations(api.operations)) {
    const route = routeOf(operation, argumentsOf(operation), plan.schemas);
    yield code`\n  [${stringLiteral(route)}, async () => (await import(${stringLiteral(specifierOf(module, path))})).contract],`;
  }
  yield "\n]);\n";
}
