import type { Check, Contract } from "./contract.js";
import { findHandler } from "./find-handler.js";
import type { Handler, Replies } from "./handler.js";
import { negotiator, type Negotiate } from "./negotiate.js";
import { parameterReader, type ReadParameters, type RequestTexts } from "./read-parameters.js";
import { repliesOf } from "./replies.js";
import { bodyReader, type BodyReader } from "./request-body.js";
import { responder, type Responder } from "./respond.js";
import type { OperationEntry, Routes } from "./routes.js";
import { challengesOf } from "./security-challenges.js";
import { guardOf, type Guard } from "./security.js";
import type { Settings } from "./settings.js";

/** An operation with everything that its requests need and that does not depend on them. */
export type PreparedOperation = {
  readonly contract: Contract<Check>;
  /** `GET /pets/{id}`. */
  readonly name: string;
  readonly handler: Handler | undefined;
  readonly replies: Replies;
  /** `undefined` where no credentials are asked for. */
  readonly guard: Guard | undefined;
  /** What a 401 asks for. */
  readonly challenges: readonly string[];
  /** Whether a success can be given in what the client accepts; `undefined` where it always can. */
  readonly negotiate: Negotiate | undefined;
  readonly readParameters: (texts: RequestTexts) => ReadParameters;
  readonly readBody: BodyReader;
  readonly responder: Responder;
};

/** Loads an operation, and does once what would else be done with each request. */
export async function prepareOperation(entry: OperationEntry | undefined, { schemes }: Routes, handlers: object, settings: Settings): Promise<PreparedOperation> {
  const contract = await entry?.load();
  if (entry === undefined || contract === undefined) throw new Error("The routes have an operation that is not there.");
  const { method, path, security, parameters, body, responses } = contract;
  const name = `${method} ${path}`;
  const used = [...new Set(security.flat().map(({ scheme }) => scheme))].flatMap((scheme) => {
    const found = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
    return found ? [[scheme, found] as const] : [];
  });
  const knownQuery = [...fixedNames(path), ...used.flatMap(([, scheme]) => (scheme.kind === "apiKey" && scheme.in === "query" ? [scheme.parameter] : []))];
  return {
    contract,
    name,
    handler: findHandler(handlers, entry.name),
    replies: repliesOf(responses),
    guard: guardOf({ operation: name, security, schemes, functions: settings.security }),
    challenges: challengesOf(used),
    negotiate: successNegotiator(contract),
    readParameters: parameterReader(parameters, { unknownQuery: settings.unknownQuery, knownQuery }),
    readBody: bodyReader(method, body, settings.limits),
    responder: responder(contract),
  };
}

/** Some documents have a query in a path: `/pets?beta=true`. */
function fixedNames(path: string): string[] {
  const [, query = ""] = path.replace(/#.*/s, "").split("?", 2);
  return query.split("&").map((pair) => pair.replace(/=.*/s, ""));
}

/** A success without a body is acceptable to everybody. */
function successNegotiator({ responses }: Contract<Check>): Negotiate | undefined {
  const successes = responses.filter(({ status }) => /^2/.test(status));
  if (successes.length === 0 || successes.some(({ content }) => content.length === 0)) return undefined;
  return negotiator(successes.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)));
}
