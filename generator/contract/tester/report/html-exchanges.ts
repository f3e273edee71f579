import { methodAndPath } from "../../../model/sent-method.ts";
import type { Evidence } from "../finding.ts";
import { curlLine, type Secrets } from "./curl-line.ts";
import { escapeHtml } from "./escape-html.ts";
import { withoutSecrets } from "./finding-row.ts";
import { shownResponse } from "./shown-response.ts";

/** Exchanges of a run, each to be opened. */
export function htmlExchanges(samples: readonly Evidence[], baseUrl: string, secrets: Secrets): string {
  return samples.map(({ case: { operation, request, title }, outcome }) => {
    const name = operation === undefined ? withoutSecrets(`${request.method} ${request.target}`, secrets) : methodAndPath(operation);
    const status = outcome.kind === "response" ? String(outcome.response.status) : outcome.failure;
    return `<details><summary>${escapeHtml(name)} <b>${escapeHtml(status)}</b> ${escapeHtml(title)}</summary><pre>${escapeHtml(curlLine(baseUrl, request, secrets))}\n\n${escapeHtml(withoutSecrets(shownResponse(outcome, 2000), secrets))}</pre></details>`;
  }).join("\n");
}
