import type { PhaseName } from "../../contract/tester/case.ts";
import type { Api } from "../../model/api.ts";
import { isNamed } from "../../contract/tester/select-operations.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Refuses to test a server elsewhere with requests that may change its data, unless somebody has said so: all of the phases that send methods
 * the document does not have, and every operation that is not safe (RFC 9110 §9.2.1).
 */
export function refuseChanges(api: Api, { phases, operations, url }: { phases: readonly PhaseName[] | undefined; operations: readonly string[] | undefined; url: string }): void {
  const unsafe = api.operations.map((operation) => ({ name: methodAndPath(operation), operation }))
    .filter((each) => !safe.has(each.operation.method.toLowerCase()) && (operations?.some((wanted) => isNamed(each, wanted)) ?? true));
  const bold = (["protocol", "stateful"] as const).filter((name) => phases?.includes(name) ?? true);
  if (unsafe.length === 0 && bold.length === 0) return;
  const reasons = [
    ...(unsafe.length > 0 ? [`${unsafe.length === 1 ? "an operation" : `${unsafe.length} operations`} such as ${unsafe[0]?.name ?? ""}`] : []),
    ...(bold.length > 0 ? [`the phases ${bold.join(" and ")}`] : []),
  ];
  throw new UsageError(
    `${url} is not on this machine, and ${reasons.join(" and ")} may change its data.`,
    "Say --yes-change-data if that is all right, or name what is safe: --operation \"GET /…\" --phase examples,coverage,fuzz,negative,auth,semantic.",
  );
}

const safe: ReadonlySet<string> = new Set(["get", "head", "options", "trace", "query"]);
