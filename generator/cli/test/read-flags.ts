import { phaseNames, type PhaseName } from "../../contract/tester/case.ts";
import type { Header } from "../../contract/tester/exchange.ts";
import { isNamed } from "../../contract/tester/select-operations.ts";
import type { Api } from "../../model/api.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import { suggestion } from "../suggestion.ts";
import { UsageError } from "../usage-error.ts";
import type { TestFlags } from "./test-flags.ts";

/** The phases that are asked for; nothing where all are. */
export function phasesOf({ phase }: TestFlags): PhaseName[] | undefined {
  if (phase.length === 0) return undefined;
  return phase.flatMap((names) => names.split(",")).map((name) => name.trim()).map((name) => {
    const found = phaseNames.find((each) => each === name);
    if (found === undefined) throw new UsageError(`There is no phase ${JSON.stringify(name)}.${suggestion(name, phaseNames)}`, `Phases: ${phaseNames.join(", ")}`);
    return found;
  });
}

/** The operations that are asked for, each of which there is; nothing where all are. */
export function operationsOf({ operation }: TestFlags, api: Api): readonly string[] | undefined {
  const all = api.operations.map((each) => ({ name: methodAndPath(each), operation: each }));
  for (const wanted of operation) {
    if (all.some((each) => isNamed(each, wanted))) continue;
    const names = all.flatMap(({ name, operation: { operationId } }) => [name, ...(operationId === undefined ? [] : [operationId])]);
    throw new UsageError(`No operation ${JSON.stringify(wanted)}.${suggestion(wanted, names)}`, "Name an operationId, or method and path: --operation \"GET /pets/{id}\".");
  }
  return operation.length === 0 ? undefined : operation;
}

/** The headers of every request. */
export function headersOf({ header }: TestFlags): Header[] {
  return header.map((line) => {
    const [, name = "", value = ""] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/.exec(line) ?? [];
    if (name === "") throw new UsageError(`--header takes a name and a value, not ${JSON.stringify(line)}.`, "For instance: --header 'X-Tenant: acme'");
    return [name, value];
  });
}

/** A number of a flag; nothing where it is not given. */
export function numberOf(flag: "seed" | "max-requests" | "timeout" | "rate" | "concurrency", flags: TestFlags): number | undefined {
  const text = flags[flag];
  if (text === undefined) return undefined;
  const isOdd = flag === "seed" ? !/^\d{1,10}$/.test(text) : !/^\d{1,9}(\.\d+)?$/.test(text) || Number(text) <= 0 || ((flag === "max-requests" || flag === "concurrency") && !/^\d+$/.test(text));
  if (isOdd) throw new UsageError(`--${flag} takes a number${flag === "seed" ? "" : " above 0"}, not ${JSON.stringify(text)}.`);
  return Number(text);
}

export type ReportKind = "junit" | "json" | "html";

/** The reports that are to be written, and where. */
export function reportsOf({ report }: Pick<TestFlags, "report">): { kind: ReportKind; file: string }[] {
  return report.flatMap((list) => list.split(",")).map((entry) => {
    const [, kind, file] = /^(junit|json|html)=(.+)$/.exec(entry.trim()) ?? [];
    if (file === undefined || (kind !== "junit" && kind !== "json" && kind !== "html")) throw new UsageError(`--report takes junit=FILE, json=FILE or html=FILE, not ${JSON.stringify(entry)}.`);
    return { kind, file };
  });
}
