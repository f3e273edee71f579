import type { Change } from "../../diff/change.ts";
import { printableLine } from "../format/printable.ts";

/**
 * What a save has changed for consumers, the worst first: a line that says how bad it is, and one for each change. What a schema that many
 * use has changed is one change. Empty where nothing has.
 */
export function describeChanges(changes: readonly Change[], { colour }: { colour: boolean }): string {
  if (changes.length === 0) return "";
  const groups = [...grouped(changes).values()];
  const shown = groups.slice(0, most).map(([{ severity, rule, where, message }, others]) => {
    const elsewhere = others === 0 ? "" : ` (and in ${others} other place${others === 1 ? "" : "s"})`;
    return `  ${paint(severity, colour)}  ${printableLine(`${where} ${message}${elsewhere}`)}  ${colour ? `\u001b[2m${rule}\u001b[0m` : rule}\n`;
  });
  const more = groups.length > most ? `  … and ${groups.length - most} more\n` : "";
  return `${verdict(groups.map(([change]) => change))}\n${shown.join("")}${more}`;
}

/** A change of one place of the document, with how many other places of operations it is seen in. */
function grouped(changes: readonly Change[]): Map<string, readonly [Change, number]> {
  const groups = new Map<string, readonly [Change, number]>();
  for (const change of changes) {
    const { rule, severity, message, base, revision } = change;
    const key = JSON.stringify([rule, severity, message, base, revision]);
    const [first, others] = groups.get(key) ?? [change, -1];
    groups.set(key, [first, others + 1]);
  }
  return groups;
}

const most = 12;

/** `2 of 5 changes break consumers, 1 may.` */
function verdict(changes: readonly Change[]): string {
  const count = (severity: Change["severity"]) => changes.filter((change) => change.severity === severity).length;
  const [breaking, warning] = [count("breaking"), count("warning")];
  const all = `${changes.length} ${changes.length === 1 ? "change" : "changes"}`;
  if (breaking === 0 && warning === 0) return `${all}, and no consumer breaks:`;
  if (breaking === 0) return `${all}, of which ${warning} may break consumers:`;
  const may = warning > 0 ? `, and ${warning} may` : "";
  return `${all}, of which ${breaking} ${breaking === 1 ? "breaks" : "break"} consumers${may}:`;
}

function paint(severity: Change["severity"], colour: boolean): string {
  const word = severity.padEnd("breaking".length);
  return colour ? `\u001b[${{ breaking: 31, warning: 33, info: 2 }[severity]}m${word}\u001b[0m` : word;
}
