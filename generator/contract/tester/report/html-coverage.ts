import type { Coverage, OperationCoverage, Seen } from "../coverage.ts";
import { escapeHtml } from "./escape-html.ts";

/** What was seen of each operation as a table: what never was stands out. */
export function htmlCoverage({ operations }: Coverage): string {
  const head = "<tr><th>Operation</th><th>Requests</th><th>Statuses</th><th>Parameters and values</th><th>Media types</th><th>Rules broken</th></tr>";
  return `<div class="wide"><table>${head}\n${operations.map(row).join("\n")}</table></div>`;
}

function row({ operation, requests, untried, statuses, parameters, contentTypes, rules }: OperationCoverage): string {
  const left = untried.map(({ name, count }) => `<br><span class="unseen">${name}: ${count} more not tried</span>`).join("");
  return `<tr><th>${escapeHtml(operation)}</th><td>${requests}${left}</td><td>${marks(statuses)}</td><td>${marks(parameters)}</td><td>${marks(contentTypes)}</td><td>${rules.length === 0 ? "" : folded(rules)}</td></tr>`;
}

/** There are many: what was not tried shows, and all of them on demand. */
function folded(all: readonly Seen[]): string {
  const unseen = all.filter(({ count }) => count === 0);
  return `<details><summary>${all.length - unseen.length} of ${all.length}</summary>${marks(all)}</details>${marks(unseen)}`;
}

function marks(all: readonly Seen[]): string {
  return all.map(({ name, count }) => `<span class="${count > 0 ? "seen" : "unseen"}" title="${count} exchanges">${escapeHtml(name)}${count > 0 ? "" : " (never)"}</span>`).join(" ");
}
