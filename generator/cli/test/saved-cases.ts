import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../../contract/tester/finding.ts";
import { withoutSecrets } from "../../contract/tester/report/finding-row.ts";
import type { Secrets } from "../../contract/tester/report/curl-line.ts";
import { isSavedCase, type SavedCase, savedCaseOf } from "../../contract/tester/saved-case.ts";
import { parseJson } from "../../json.ts";
import { UsageError } from "../usage-error.ts";

/** The cases that a folder keeps, in the order of their names; none where there is no such folder. */
export async function readSavedCases(folder: string, secrets: Secrets): Promise<SavedCase[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new UsageError(`--save ${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const cases: SavedCase[] = [];
  for (const name of names.filter((each) => each.endsWith(".json")).sort()) {
    const text = [...secrets].reduce((shown, [secret, shell]) => shown.replaceAll(inJson(shell), inJson(secret)), await readFile(join(folder, name), "utf8"));
    const kept = parseJson(text);
    if (!isSavedCase(kept)) throw new UsageError(`${join(folder, name)} is no case that was kept.`, "Remove it, or name another folder.");
    cases.push(kept);
  }
  return cases;
}

/** Keeps the cases of findings as files, each under a name that follows from what is sent. No secret is in them. */
export async function writeSavedCases(folder: string, findings: readonly Finding[], secrets: Secrets): Promise<void> {
  if (findings.length > 0) await mkdir(folder, { recursive: true });
  for (const { code, evidence } of findings) {
    const text = withoutSecrets(`${JSON.stringify(savedCaseOf(evidence.case, code), null, 2)}\n`, new Map([...secrets].map(([secret, shell]) => [inJson(secret), inJson(shell)])));
    await writeFile(join(folder, `${code}-${createHash("sha256").update(text).digest("hex").slice(0, 12)}.json`), text);
  }
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
