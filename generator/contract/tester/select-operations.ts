import type { Hooks } from "./hooks.ts";
import type { TestedOperation } from "./phase.ts";
import type { TestReport } from "./test-report.ts";

/** The operations that are asked for, by `operationId` or as `GET /pets/{id}`, without those that a hook leaves out. */
export function selectOperations(all: readonly TestedOperation[], wanted: readonly string[] | undefined, skip: Hooks["skip"]): { operations: TestedOperation[]; skipped: TestReport["skipped"] } {
  const chosen = all.filter((tested) => wanted?.some((name) => isNamed(tested, name)) ?? true);
  const rows = chosen.map((tested) => ({ tested, reason: skip?.({ name: tested.name, operationId: tested.operation.operationId }) }));
  return {
    operations: rows.filter(({ reason }) => reason === undefined).map(({ tested }) => tested),
    skipped: rows.flatMap(({ tested, reason }) => (reason === undefined ? [] : [{ operation: tested.name, reason }])),
  };
}

/** Whether an operation has this `operationId`, or this method and path. */
export function isNamed({ name, operation }: Pick<TestedOperation, "name" | "operation">, wanted: string): boolean {
  return operation.operationId === wanted || name === wanted.replace(/^\S+/, (method) => method.toUpperCase());
}
