import { manifestPath } from "../../write/manifest.ts";
import type { Change, Plan } from "../../write/plan-output.ts";

/** `2 files written, 1 removed, 4 unchanged`, the manifest not counted. */
export function describePlan({ changes, unchanged }: Plan): string {
  const count = (kinds: readonly Change["kind"][]) => changes.filter(({ kind, path }) => kinds.includes(kind) && path !== manifestPath).length;
  const written = count(["create", "update"]);
  const removed = count(["remove"]);
  const same = unchanged.filter((path) => path !== manifestPath).length;
  return [
    `${written} file${written === 1 ? "" : "s"} written`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(same > 0 ? [`${same} unchanged`] : []),
  ].join(", ");
}
