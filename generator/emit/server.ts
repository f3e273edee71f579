import type { Api, SecurityScheme } from "../model/api.ts";
import { basePath } from "../model/base-path.ts";
import { upperFirst } from "../model/identifier.ts";
import { schemeContracts } from "../model/scheme-contracts.ts";
import type { TypePlan } from "../model/type-plan.ts";
import type { CodeFile } from "../print/print-file.ts";
import { stringLiteral } from "../print/literal.ts";
import { memberKey } from "./validate/json-literal.ts";
import { block, blockPieces, code, type Printable } from "../print/printable.ts";
import { namespacesOf } from "./call/namespaces.ts";
import { type ServedOperation, servedOperations } from "./call/operation-modules.ts";
import { runtimeType, runtimeValue } from "./call/runtime-name.ts";
import { header } from "./header.ts";
import { handlerInterfaces } from "./server/handler-interfaces.ts";
import { inputType } from "./server/input-type.ts";
import { encodedLiterals } from "./server/encoded-literals.ts";
import { matchFunctions } from "./server/match-functions.ts";
import { credentialsType, principalsType, schemesInUse } from "./server/principals.ts";
import { serverReexports } from "./server/reexports.ts";
import { replyTypes, statusWord } from "./server/reply-type.ts";
import { documentedError, routerOptions } from "./server/router-options.ts";
import { routeTree } from "./server/route-tree.ts";

/** `server.ts`: `Handlers`, which a person implements, and `createRouter`, which serves them. */
export function emitServer(api: Api, plan: TypePlan): CodeFile {
  const served = servedOperations(api.operations);
  return { path: "server.ts", header: header(api), declares: declaredNames(served), body: body(api, plan, served) };
}

function* body(api: Api, plan: TypePlan, served: readonly ServedOperation[]): Iterable<Printable> {
  const schemes = schemesInUse(api);
  yield `${serverReexports}\n\n`;
  yield* handlerInterfaces(namespacesOf(served), api, schemes);
  yield "\n\n";
  if (schemes.length > 0) yield code`${principalsType(schemes)}\n\n${credentialsType(schemes)}\n\n`;
  yield code`${routerOptions(schemes)}\n\n${documentedError(api, plan)}\n\n`;
  for (const one of served) yield* operationTypes(one, plan);
  yield* router(schemes);
  yield* routes(api, served);
}

function* operationTypes(served: ServedOperation, plan: TypePlan): Iterable<Printable> {
  const { type, operation } = served;
  const { reply, named } = replyTypes(served, plan);
  yield code`export type ${type}Input = ${inputType(served, plan)};\n\n`;
  yield* named;
  yield code`export type ${type}Reply = ${reply};\n\n`;
  const all = code`${runtimeType("server/reply", "ReplyOf")}<${type}Reply>`;
  // Where the document says nothing of answers, any is right.
  const answer = operation.responses.length === 0 ? runtimeType("server/reply", "Reply") : all;
  yield code`export type ${type}Answer = ${answer};\n\n`;
}

function* router(schemes: readonly SecurityScheme[]): Iterable<Printable> {
  const [declared, used] = schemes.length === 0 ? ["", ""] : ["<P extends Principals = Principals>", "<P>"];
  const options = schemes.length === 0 ? "options: RouterOptions = {}" : "options: RouterOptions<P>";
  yield "/** A router that has the document followed: it reads and checks requests, calls handlers, and checks what they answer. */\n";
  yield code`export function createRouter${declared}(handlers: ${runtimeType("server/incomplete", "Incomplete")}<Handlers${used}>, ${options}): ${runtimeType("server/exchange", "Router")} {\n`;
  yield code`  return ${runtimeValue("server/build-router", "buildRouter")}(routes, handlers, options);\n}\n\n`;
}

function* routes(api: Api, served: readonly ServedOperation[]): Iterable<Printable> {
  const schemes = [...schemeContracts(api)].map(([name, scheme]) => code`${memberKey(name)}: ${schemeCode(scheme)}${name in Object.prototype ? " as const" : ""},`);
  const rows = served.map(({ name: { namespace, method }, module }) => {
    const name = [...(namespace === undefined ? [] : [namespace]), method].map(stringLiteral).join(", ");
    return code`{ name: [${name}], load: async () => (await import(${stringLiteral(`./${module.replace(/\.ts$/, ".js")}`)})).contract },`;
  });
  yield "/** The operations in the document's order, and where requests find them. */\n";
  yield* blockPieces(code`const routes: ${runtimeType("server/routes", "Routes")} = `, [
    "match,",
    code`operations: [${{ indented: rows.map((row) => code`\n${row}`) }}${rows.length === 0 ? "" : "\n"}],`,
    code`schemes: ${block(schemes)},`,
    code`basePath: ${stringLiteral(basePath(api))},`,
  ]);
  const tree = routeTree(api.operations);
  yield code`;\n\n/** Segments that some write with escapes and some without. */\nconst literals = ${encodedLiterals(tree)};\n\n`;
  yield* matchFunctions(tree);
}

function schemeCode(scheme: object): string {
  return `{ ${Object.entries(scheme).map(([name, value]) => `${name}: ${stringLiteral(String(value))}`).join(", ")} }`;
}

function declaredNames(served: readonly ServedOperation[]): Set<string> {
  const own = served.flatMap(({ type, operation, name }) => [
    `${type}Input`, `${type}Reply`, `${type}Answer`, `${upperFirst(name.namespace ?? "")}Handlers`, ...operation.responses.flatMap(({ status }) => [`${type}${statusWord(status)}Body`, `${type}${statusWord(status)}Headers`]),
  ]);
  return new Set([
    "Handlers", "Principals", "Credentials", "RouterOptions", "DocumentedError", "createRouter", "routes", "literals", "match", "P", "Code", "ContentType", "Scheme", ...own,
  ]);
}
