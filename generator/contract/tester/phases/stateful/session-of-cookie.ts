import { schemeContracts } from "../../../../model/scheme-contracts.ts";
import type { SchemeContract } from "../../../../runtime/server/contract.ts";
import { headersNamed } from "../../checks/headers-named.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { putCredential } from "../../put-credentials.ts";
import { type Answer, ask, isSuccess } from "../ask.ts";
import { withoutCredentials } from "../auth/without-credentials.ts";
import { requestFor } from "../resource.ts";

/**
 * Logs in where the answer sets the cookie that a scheme of the document asks for, is let in with it, logs out with it, and is let in no more.
 * It is a session of its own: what else asks with the credentials that were given goes on.
 */
export async function liveSession(run: Run): Promise<void> {
  const contracts = schemeContracts(run.api);
  for (const [scheme, contract] of contracts) {
    if (contract.kind !== "apiKey" || contract.in !== "cookie") continue;
    const asks = ({ operation }: TestedOperation) => operation.security.some(({ schemes }) => schemes.length === 1 && schemes[0]?.scheme === scheme);
    const read = run.operations.find((tested) => tested.contract.method === "GET" && asks(tested) && !tested.operation.path.includes("{"));
    for (const login of run.operations.filter(({ contract: { method }, operation }) => method === "POST" && isOpen(operation) && !operation.path.includes("{"))) {
      const leave = run.operations.find((tested) => asks(tested) && isEnd(tested, login));
      if (read !== undefined && (leave !== undefined || setsCookie(login))) await live(run, { contract, login, read, leave, all: [...contracts.values()] });
    }
  }
}

type Session = { readonly contract: Extract<SchemeContract, { kind: "apiKey" }>; readonly login: TestedOperation; readonly read: TestedOperation; readonly leave: TestedOperation | undefined; readonly all: readonly SchemeContract[] };

function isOpen({ security }: TestedOperation["operation"]): boolean {
  return security.length === 0 || security.some(({ schemes }) => schemes.length === 0);
}

function setsCookie({ operation }: TestedOperation): boolean {
  return operation.responses.some(({ status, headers }) => /^2/.test(status) && headers.some(({ name }) => /^set-cookie$/i.test(name)));
}

/** What ends a session: DELETE of what POST opens, or what is called so. */
function isEnd({ contract, operation }: TestedOperation, login: TestedOperation): boolean {
  return (contract.method === "DELETE" && operation.path === login.operation.path) || (contract.method === "POST" && /\/(?:log|sign)-?_?(?:out|off)$/i.test(operation.path));
}

async function live(run: Run, session: Session): Promise<void> {
  const { contract, login, read, leave } = session;
  const made = requestFor(run, login);
  const opened = made && (await ask(run, { phase: "stateful", operation: login.operation, title: "a log-in", ...made, expectation: { kind: "any" } }));
  const value = opened && isSuccess(opened) ? cookieIn(opened, contract.parameter) : undefined;
  const shown = opened === undefined || value === undefined ? undefined : await askAs(run, session, read, value, "what a session lets in");
  if (opened === undefined || value === undefined || shown === undefined) return;
  if (shown.response?.status === 401) {
    return run.report({ code: "not-created", severity: "error", operation: login.name, at: run.at(login.operation.at), key: "session", message: `The cookie ${contract.parameter} that it sets is not known: ${read.name} answers 401`, because: "The document asks for this cookie there, and says that it suffices", evidence: { ...shown.evidence, before: [opened.evidence] } });
  }
  const left = leave === undefined || !isSuccess(shown) ? undefined : await askAs(run, session, leave, value, "a log-out");
  const after = left === undefined || !isSuccess(left) ? undefined : await askAs(run, session, read, value, "what a session lets in, after its end");
  if (leave === undefined || left === undefined || after === undefined || !isSuccess(after)) return;
  run.report({ code: "credentials-ignored", severity: "error", operation: leave.name, at: run.at(leave.operation.at), key: "session", message: `The session that was ended is still let in: ${read.name} answers ${after.response?.status}`, because: "What is deleted or logged out of is over (RFC 9110 §9.3.5)", evidence: { ...after.evidence, before: [opened.evidence, left.evidence] } });
}

/** What an answer sets a cookie to (RFC 6265 §4.1). */
function cookieIn({ response }: Answer, name: string): string | undefined {
  const set = headersNamed(response?.headers ?? [], "set-cookie").map((text) => text.split(";", 1).join("").trim()).findLast((pair) => pair.startsWith(`${name}=`));
  const value = set?.slice(name.length + 1);
  return value === "" ? undefined : value;
}

async function askAs(run: Run, { contract, all }: Session, tested: TestedOperation, value: string, title: string): Promise<Answer | undefined> {
  const made = requestFor(run, tested);
  if (made === undefined) return undefined;
  const request = putCredential(withoutCredentials(made.request, all), contract, value);
  return ask(run, { phase: "stateful", operation: tested.operation, title, request, values: made.values, expectation: { kind: "any" } });
}
