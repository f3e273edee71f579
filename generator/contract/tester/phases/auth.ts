import { documentedResponse } from "../../../model/documented-response.ts";
import { schemeContracts } from "../../../model/scheme-contracts.ts";
import type { WireRequest } from "../exchange.ts";
import type { Phase } from "../phase.ts";
import { type Answer, ask, isSuccess } from "./ask.ts";
import { askInLowerCase, askWithHead, checkChallenge } from "./auth/by-the-standard.ts";
import { send, type Subject } from "./auth/subject.ts";
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
  await askWithHead(subject, none);
  if (subject.run.takesAnyCredentials) return;
  for (const { schemes } of subject.tested.operation.security) {
    for (const { scheme } of schemes) {
      const contract = subject.contracts.get(scheme);
      if (contract === undefined) continue;
      const right = subject.run.withCredentials(subject.bare, { ...subject.tested.operation, security: [{ schemes: [{ scheme, scopes: [] }] }] });
      for (const { kind, title, request } of wrongCredentials(subject.bare, contract, right)) {
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
    if (isSuccess(answer)) await askInLowerCase(subject, request);
    if (answer.response?.status === 401 && (await haveEnded(subject, request))) run.leaveOut(subject.tested, 1);
    else if (answer.response?.status === 401) refuse(subject, answer, { key: names, message: `The credentials of ${names} get 401`, because: "The document says that they suffice, and they were given as the right ones" });
  }
}

/** Whether credentials that were let in are so no more, wherever they were: somebody has logged out. */
async function haveEnded({ run, tested: { operation } }: Subject, request: WireRequest): Promise<boolean> {
  const { here, witness } = run.accepted.of(request, operation);
  if (here || witness === undefined) return here;
  return (await ask(run, { ...witness, phase: "auth", title: "what let these credentials in before", expectation: { kind: "any" } })).response?.status === 401;
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
