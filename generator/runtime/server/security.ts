import { after, isPromise, type Awaitable } from "./after.js";
import type { SchemeContract, SchemeUse } from "./contract.js";
import type { ServerRequest } from "./exchange.js";
import type { AnyCredential, Authenticate } from "./options.js";
import { Refusal } from "./refusal.js";
import { credentialFinder, type FindCredential } from "./security-credential.js";

/** Gives the principal of a request, or refuses it. */
export type Guard = (request: ServerRequest, query: string) => Awaitable<unknown>;

/** What a guard is made of. */
export type GuardParts = {
  readonly operation: string;
  /** Alternatives, of which one suffices: OAS "Security Requirement Object". */
  readonly security: readonly (readonly SchemeUse[])[];
  readonly schemes: { readonly [name: string]: SchemeContract };
  readonly functions: { readonly [scheme: string]: Authenticate };
};

/**
 * Asks the application's functions who sends a request: the alternatives in their order, without those whose credentials are not there,
 * and the first that is satisfied counts. Where nobody has to say who he is (an empty alternative), a request without credentials is
 * anonymous; wrong ones are refused there too, for who sends them believes to be somebody. `undefined` where credentials are never asked for.
 * A scheme without a function, or one that the document does not have, is an error: it must not let anybody in.
 */
export function guardOf({ operation, security, schemes, functions }: GuardParts): Guard | undefined {
  const alternatives = security.filter((uses) => uses.length > 0).map((uses) => uses.map((use) => lockOf(operation, use, schemes, functions)));
  if (alternatives.length === 0) return undefined;
  const isOptional = alternatives.length < security.length;
  const judge = (from: number, before: Refusal | undefined, request: ServerRequest, query: string): Awaitable<unknown> => {
    let refusal = before;
    for (let index = from; index < alternatives.length; index++) {
      const principal = open(alternatives[index] ?? [], request, query);
      if (principal === absent) continue;
      if (isPromise(principal)) {
        const last = refusal;
        return Promise.resolve(principal).then((who) => (who instanceof Refusal ? judge(index + 1, graver(last, who), request, query) : who));
      }
      if (!(principal instanceof Refusal)) return principal;
      refusal = graver(refusal, principal);
    }
    return refusal ?? (isOptional ? undefined : new Refusal(401));
  };
  return (request, query) => judge(0, undefined, request, query);
}

/** One scheme of an alternative. */
type Lock = { readonly scheme: string; readonly find: FindCredential; readonly ask: (key: AnyCredential, request: ServerRequest) => Awaitable<unknown> };

function lockOf(operation: string, { scheme, scopes }: SchemeUse, schemes: GuardParts["schemes"], functions: GuardParts["functions"]): Lock {
  const contract = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
  const authenticate = functions[scheme];
  if (contract === undefined) throw new Error(`${operation} asks for the security scheme ${scheme}, which the document does not have.`);
  if (typeof authenticate !== "function") throw new Error(`The option security has no function for the scheme ${scheme}.`);
  const ask = (key: AnyCredential, request: ServerRequest) =>
    after(authenticate.call(functions, key, { scopes, request, operation, refuse }), orNobody);
  return { scheme, find: credentialFinder(contract), ask };
}

function orNobody(principal: unknown): unknown {
  return principal ?? new Refusal(401);
}

function refuse(status: 401 | 403, reason?: string): Refusal {
  return new Refusal(status, reason);
}

/** The credentials for all schemes of an alternative, or `undefined` where one is not there. */
function keysFor(locks: readonly Lock[], request: ServerRequest, query: string): (AnyCredential | Refusal)[] | undefined {
  const keys: (AnyCredential | Refusal)[] = [];
  for (const { find } of locks) {
    const key = find(request, query);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys;
}

/** The principal of one scheme; of several what each gave, by its name; or `absent`, where a credential is not there. */
function open(locks: readonly Lock[], request: ServerRequest, query: string): unknown {
  const [lock] = locks;
  if (lock !== undefined && locks.length === 1) {
    const key = lock.find(request, query);
    return key === undefined ? absent : turn(lock, key, request);
  }
  const keys = keysFor(locks, request, query);
  return keys === undefined ? absent : openAll(locks, keys, request);
}

const absent = Symbol();

function openAll(locks: readonly Lock[], keys: readonly (AnyCredential | Refusal)[], request: ServerRequest): Awaitable<Refusal | { readonly [scheme: string]: unknown }> {
  const [lock, ...others] = locks;
  const [key, ...otherKeys] = keys;
  if (lock === undefined || key === undefined) return {};
  return after(turn(lock, key, request), (principal): Awaitable<Refusal | { readonly [scheme: string]: unknown }> =>
    principal instanceof Refusal ? principal : after(openAll(others, otherKeys, request), (rest) => (rest instanceof Refusal ? rest : { [lock.scheme]: principal, ...rest })));
}

function turn({ ask }: Lock, key: AnyCredential | Refusal, request: ServerRequest): Awaitable<unknown> {
  return key instanceof Refusal ? key : ask(key, request);
}

/** Who is known and may not is told that, rather than that he is not known. */
function graver(one: Refusal | undefined, other: Refusal): Refusal {
  return one === undefined || (one.status === 401 && other.status === 403) ? other : one;
}
