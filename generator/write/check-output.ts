import { join } from "node:path";
import { diagnose } from "../diagnostics.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { manifestPath } from "./manifest.ts";
import type { Change, Plan } from "./plan-output.ts";

/** What keeps a folder from being up to date, one finding for each file, at the first line that differs. */
export function checkOutput({ folder, changes }: Plan): Diagnostic[] {
  // The manifest follows from the files: it is worth a word only where they are as they should be.
  const ofFiles = changes.filter(({ path }) => path !== manifestPath);
  return (ofFiles.length > 0 ? ofFiles : changes).map((change) =>
    diagnose("out-of-date", messageOf(change), { uri: join(folder, change.path), line: firstDifference(change), column: 1 }),
  );
}

function messageOf(change: Change): string {
  switch (change.kind) {
    case "create":
      return "This file is missing.";
    case "update":
      return "This file differs from what the document gives, first here.";
    case "remove":
      return "This file is left over: it is no longer generated.";
    default:
      return change satisfies never;
  }
}

function firstDifference(change: Change): number {
  if (change.kind !== "update") return 1;
  const before = change.before.toString("utf8");
  let line = 1;
  for (let index = 0; index < before.length && before[index] === change.text[index]; index++) {
    if (before[index] === "\n") line++;
  }
  return line;
}
