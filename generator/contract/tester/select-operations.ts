import { HookFailure } from "./hook-failure.ts";
import type { Hooks } from "./hooks.ts";
import type { TestedOperation } from "./phase.ts";
import { notToldApart } from "./told-apart.ts";
import type { TestReport } from "./test-report.ts";

/**
 * The operations that are asked for, by `operationId` or as `GET /pets/{id}`, without those that a hook leaves out. Those that a request does not tell
 * from others are left out where they are not asked for.
 */
export function selectOperations(all: readonly TestedOperation[], wanted: readonly string[] | undefined, skip: Hooks["skip"]): { operations: TestedOperation[]; skipped: TestReport["skipped"] } {
  const chosen = all.filter((tested) => wanted?.some((name) => isNamed(tested, name)) ?? true);
  const alike = wanted === undefined ? notToldApart(all.map(({ operation }) => operation)) : undefined;
  const rows = chosen.map((tested) => ({ tested, reason: alike?.has(tested.operation) === true ? isAlike : skip && reasonBy(skip, tested) }));
  return {
    operations: rows.filter(({ reason }) => reason === undefined).map(({ tested }) => tested),
    skipped: rows.flatMap(({ tested, reason }) => (reason === undefined ? [] : [{ operation: tested.name, reason }])),
  };
}

const isAlike = "a request does not tell it from another operation (--operation tests it all the same)";

function reasonBy(skip: NonNullable<Hooks["skip"]>, { name, operation: { operationId } }: TestedOperation): string | undefined {
  try {
    return skip({ name, operationId });
  } catch (error) {
    throw new HookFailure("skip", error);
  }
}

/** Whether an operation has this `operationId`, or this method and path. */
export function isNamed({ name, operation }: { readonly name: string; readonly operation: { readonly operationId?: string | undefined } }, wanted: string): boolean {
  return operation.operationId === wanted || name === wanted.replace(/^\S+/, (method) => method.toUpperCase());
}
