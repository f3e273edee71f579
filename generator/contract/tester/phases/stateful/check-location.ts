import { isObject, member } from "../../../../json.ts";
import type { Finding } from "../../finding.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";

/** What was created, what reads of it by its id, and where its Location says that it is. */
type Created = {
  readonly create: TestedOperation;
  readonly created: Answer;
  readonly read: Answer;
  readonly location: string;
  readonly report: (answer: Answer, found: Pick<Finding, "code" | "severity" | "key" | "message" | "because">) => void;
};

/** Whether Location leads to what was created (RFC 9110 §10.2.2). Only one on the same server is followed. */
export async function checkLocation(run: Run, { created, read, location, report }: Created): Promise<void> {
  const base = new URL(run.transport.baseUrl);
  const request = created.evidence.case.request;
  const target = URL.canParse(location, new URL(request.target, base)) ? new URL(location, new URL(request.target, base)) : undefined;
  const before = read.evidence.case.request;
  if (target === undefined || target.origin !== base.origin) return;
  const path = target.pathname + target.search;
  if (path === before.target) return;
  const { operation: _, values: __, ...rest } = read.evidence.case;
  const answer = await ask(run, { ...rest, title: "what Location leads to", request: { ...before, target: path } });
  const because = "RFC 9110 §15.3.2: the primary resource created is identified by the Location header field, if one is received";
  if (answer.response?.status === 404 || answer.response?.status === 410) return report(answer, { code: "broken-link", severity: "error", key: "location", message: `Location leads to ${path}, where nothing is`, because });
  const ids = [jsonOf(created), jsonOf(answer)].map((body) => (isObject(body) ? member(body, "id") : undefined));
  if (isSuccess(answer) && ids.every((id) => id !== undefined) && ids[0] !== ids[1]) report(answer, { code: "broken-link", severity: "error", key: "location", message: `Location leads to something with the id ${JSON.stringify(ids[1])}, not ${JSON.stringify(ids[0])}`, because });
}
