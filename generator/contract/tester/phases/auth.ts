import { documentedResponse } from "../../../model/documented-response.ts";
import { schemeContracts } from "../../../model/scheme-contracts.ts";
import type { SchemeContract } from "../../../runtime/server/contract.ts";
import { headersNamed } from "../checks/headers-named.ts";
import type { RequestValues } from "../case.ts";
import type { WireRequest } from "../exchange.ts";
import type { Phase, Run, TestedOperation } from "../phase.ts";
import { type Answer, ask, isSuccess, statuses } from "./ask.ts";
import { withoutCredentials } from "./auth/without-credentials.ts";
import { wrongCredentials } from "./auth/wrong-credentials.ts";
import { baseRequest } from "./base-request.ts";

/**
 * Asks each operation without credentials, with wrong ones, and with each kind that was given, and holds the answers against the document's
 * `security`. A request is valid but for them: a server that does it has not looked at them.
 */
export const auth: Phase = {
  name: "auth",
  run: async (run) => {
    const contracts = schemeContracts(run.api);
    for (const tested of run.operations) {
      const base = baseRequest(run, tested);
      if (base === undefined) continue;
      const subject: Subject = { run, tested, contracts, values: base.values, bare: withoutCredentials(base.request, contracts.values()) };
      const { security } = tested.operation;
      const isOpen = security.length === 0 || security.some(({ schemes }) => schemes.length === 0);
      // What a scheme asks for that nobody declares, nobody can say.
      const isKnown = security.every(({ schemes }) => schemes.every(({ scheme }) => contracts.has(scheme)));
      if (isOpen || isKnown) await (isOpen ? askWithoutAny(subject) : askWithWrong(subject));
      await askWithRight(subject);
    }
  },
};

type Subject = {
  readonly run: Run;
  readonly tested: TestedOperation;
  readonly contracts: ReadonlyMap<string, SchemeContract>;
  readonly values: RequestValues;
  /** The request without credentials. */
  readonly bare: WireRequest;
};

/** An operation that anybody may ask. A 401 that the document does not have is found by other checks already. */
async function askWithoutAny(subject: Subject): Promise<void> {
  const { operation } = subject.tested;
  if (documentedResponse(operation.responses, 401) === undefined) return;
  const answer = await send(subject, subject.bare, "no credentials, which are not asked for");
  if (answer.response?.status === 401) {
    refuse(subject, answer, { key: "open", message: "A request without credentials gets 401, although the document asks for none", because: "security of the operation is empty, or has an alternative that is (OAS \"Security Requirement Object\")" });
  }
}

/** Of what is taken although it should not be, the first is enough: who asks for none looks at none. */
async function askWithWrong(subject: Subject): Promise<void> {
  const none = await send(subject, subject.bare, "no credentials");
  checkChallenge(subject, none);
  if (isSuccess(none)) return ignored(subject, none, "none", "without credentials");
  if (subject.run.takesAnyCredentials) return;
  for (const { schemes } of subject.tested.operation.security) {
    for (const { scheme } of schemes) {
      const contract = subject.contracts.get(scheme);
      if (contract === undefined) continue;
      for (const { kind, title, request } of wrongCredentials(subject.bare, contract)) {
        const answer = await send(subject, request, title);
        if (isSuccess(answer)) return ignored(subject, answer, kind, `with ${title} (${scheme})`);
      }
    }
    if (schemes.length > 1 && await askWithSome(subject, schemes.map(({ scheme }) => scheme))) return;
  }
}

/** All schemes of a requirement are asked for together: none of them alone suffices. */
async function askWithSome(subject: Subject, schemes: readonly string[]): Promise<boolean> {
  const { run, tested: { operation } } = subject;
  for (const missing of schemes) {
    const rest = schemes.filter((scheme) => scheme !== missing).map((scheme) => ({ scheme, scopes: [] }));
    const request = run.withCredentials(subject.bare, { ...operation, security: [{ schemes: rest }] });
    const isAllowed = operation.security.some(({ schemes: alternative }) => alternative.every(({ scheme }) => scheme !== missing && schemes.includes(scheme)));
    if (request === subject.bare || isAllowed) continue;
    const answer = await send(subject, request, `no credentials of ${missing}`);
    if (!isSuccess(answer)) continue;
    ignored(subject, answer, "some", `without credentials of ${missing}`);
    return true;
  }
  return false;
}

/** Each alternative for which credentials were given must be let in. */
async function askWithRight(subject: Subject): Promise<void> {
  const { run, tested: { operation } } = subject;
  for (const requirement of operation.security) {
    const request = run.withCredentials(subject.bare, { ...operation, security: [requirement] });
    if (request === subject.bare) continue;
    const names = requirement.schemes.map(({ scheme }) => scheme).join(" and ");
    const answer = await send(subject, request, `the credentials of ${names}`);
    if (answer.response?.status === 401) refuse(subject, answer, { key: names, message: `The credentials of ${names} get 401`, because: "The document says that they suffice, and they were given as the right ones" });
  }
}

function send({ run, tested, values }: Subject, request: WireRequest, title: string): Promise<Answer> {
  // Where the document has 401 and not 403, a 403 is as undocumented as anything else.
  const isForbidden = documentedResponse(tested.operation.responses, 401) === undefined || documentedResponse(tested.operation.responses, 403) !== undefined;
  const expectation = { kind: "status", statuses: statuses(200, 499).filter((status) => isForbidden || status !== 403), because: "what it means is for this phase to say", odd: "credentials" } as const;
  return ask(run, { phase: "auth", operation: tested.operation, title, request, values, expectation });
}

function ignored({ run, tested: { name, operation } }: Subject, { evidence, response }: Answer, key: string, how: string): void {
  run.report({
    code: "credentials-ignored", severity: "error", operation: name, at: run.at(operation.at), key, evidence,
    message: `A request ${how} is answered with ${response?.status}`,
    because: "The document's security asks for credentials: what has none, or wrong ones, gets 401 or 403 (RFC 9110 §15.5.2)",
  });
}

function refuse({ run, tested: { name, operation } }: Subject, { evidence }: Answer, { key, message, because }: { key: string; message: string; because: string }): void {
  run.report({ code: "credentials-refused", severity: "error", operation: name, at: run.at(operation.at), key, evidence, message, because });
}

/** RFC 9110 §15.5.2: a 401 MUST say by which schemes to come again; there is such a scheme only where credentials stand in Authorization. */
function checkChallenge({ run, tested: { name, operation }, contracts }: Subject, { evidence, response }: Answer): void {
  if (response?.status !== 401 || headersNamed(response.headers, "www-authenticate").length > 0) return;
  const used = operation.security.flatMap(({ schemes }) => schemes).map(({ scheme }) => contracts.get(scheme));
  if (!used.some((scheme) => scheme !== undefined && scheme.kind !== "apiKey" && scheme.kind !== "mutualTLS")) return;
  const documented = documentedResponse(operation.responses, 401)?.headers.find((header) => header.name.toLowerCase() === "www-authenticate");
  // A required one that is missing is found by the check of headers.
  if (documented?.required === true) return;
  run.report({
    code: "protocol-violation", severity: documented === undefined ? "warning" : "error", operation: name, at: run.at(documented?.at ?? operation.at), key: "www-authenticate", evidence,
    message: "A 401 has no header WWW-Authenticate", because: "RFC 9110 §15.5.2: the server generating a 401 response MUST send a WWW-Authenticate header field",
  });
}
