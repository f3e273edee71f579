import { escapeHtml } from "./escape-html.ts";
import type { FindingRow } from "./finding-row.ts";

/** One finding of a page: what, why, where, and how to see it. */
export function htmlFinding(row: FindingRow): string {
  const { code, severity, operation, message, because, file, line, column, sends, curl, before = [], response, count, once } = row;
  const came = "status" in response ? [`HTTP ${response.status}`, ...response.headers.map(([name, value]) => `${name}: ${value}`), "", response.body].join("\n") : `${response.failure}: ${response.message}`;
  const seen = [count > 1 ? `${count} exchanges show it.` : "", once ? "The same request, sent again, did not show it." : ""].filter((text) => text !== "").join(" ");
  return `<section class="finding ${severity}">
<h3><span class="tag">${severity} ${escapeHtml(code)}</span> ${escapeHtml(operation)}</h3>
<p>${escapeHtml(message)}</p>
<p class="quiet">${escapeHtml(because)} · ${escapeHtml(`${file}:${line}:${column}`)}${seen === "" ? "" : ` · ${escapeHtml(seen)}`}</p>
<p>Sends ${escapeHtml(sends)}</p>
<pre>${[...before, curl].map(escapeHtml).join("\n")}</pre>
<details><summary>What came</summary><pre>${escapeHtml(came)}</pre></details>
</section>`;
}
