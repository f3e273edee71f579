import { headerNamed } from "../../checks/headers-named.ts";
import { idOf } from "../../ids-in-answers.ts";
import { matchTemplate, pathTemplates } from "../../path-template.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { ask } from "../ask.ts";
import { listedAt } from "./listed.ts";
import { writeBody } from "./write-body.ts";

/** What is created where nothing reads it by its id alone: its Location leads to it, where the document has something there, and the list has it. */
export async function checkCreatedAlone(run: Run, create: TestedOperation): Promise<void> {
  const created = await writeBody(run, create, { title: "something new" });
  const { response, evidence } = created?.answer ?? {};
  if (response?.status !== 201 || evidence === undefined) return;
  const about = { operation: create.name, at: run.at(create.operation.at) } as const;
  const led = await whereTo(run, headerNamed(response.headers, "location"), evidence.case.request.target);
  const status = led?.response?.status;
  if (led !== undefined && (status === 404 || status === 410)) {
    return run.report({ ...about, code: "broken-link", severity: "error", key: "location", message: `Location leads to ${led.evidence.case.request.target}, where nothing is`, because: "RFC 9110 §15.3.2: the primary resource created is identified by the Location header field, if one is received", evidence: { ...led.evidence, before: [evidence] } });
  }
  const [id] = idOf(response, "id");
  const listed = await listedAt(run, create);
  if (id === undefined || listed === undefined || !listed.isWhole || listed.ids.has(String(id).toLowerCase())) return;
  run.report({ ...about, code: "not-created", severity: "warning", key: "list", message: "What was created is not in the list", because: "The document has a list at the path where things are created", evidence: { ...listed.answer.evidence, before: [evidence] } });
}

/** What a Location leads to, where the document has a GET there. */
async function whereTo(run: Run, location: string | undefined, from: string) {
  const base = new URL(run.transport.baseUrl);
  const url = location !== undefined && URL.canParse(location, new URL(from, base)) ? new URL(location, new URL(from, base)) : undefined;
  const root = base.pathname.replace(/\/+$/, "");
  if (url === undefined || url.origin !== base.origin) return undefined;
  const fits = [...pathTemplates(run.api)].filter(([, template]) => matchTemplate(template, url.pathname.slice(root.length)) !== undefined).map(([path]) => path);
  const read = url.pathname.startsWith(root) ? run.api.operations.find(({ path, method }) => fits.includes(path) && /^get$/i.test(method)) : undefined;
  if (read === undefined) return undefined;
  const request = run.withCredentials({ method: "GET", target: url.pathname + url.search, headers: [["accept", "*/*"]] }, read);
  return ask(run, { phase: "stateful", operation: read, title: "what Location leads to", request, expectation: { kind: "any" } });
}
