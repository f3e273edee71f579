import type { Severity } from "../../diagnostics.ts";

/** Diagnostics without the bulk: of more than 20 warnings with one code the first 3, and how many are left out. Errors all stay. */
export function abridge<Thing extends { code: string; severity: Severity }>(diagnostics: readonly Thing[]): { shown: Thing[]; hidden: { code: string; count: number }[] } {
  const counts = new Map<string, number>();
  for (const { code, severity } of diagnostics) {
    if (severity === "warning") counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const bulky = new Set([...counts].filter(([, count]) => count > most).map(([code]) => code));
  const seen = new Map<string, number>();
  const shown = diagnostics.filter(({ code, severity }) => {
    if (severity === "error" || !bulky.has(code)) return true;
    const rank = (seen.get(code) ?? 0) + 1;
    seen.set(code, rank);
    return rank <= kept;
  });
  return { shown, hidden: [...bulky].map((code) => ({ code, count: (counts.get(code) ?? 0) - kept })) };
}

const most = 20;
const kept = 3;
