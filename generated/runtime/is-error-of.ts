import { ApiError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Failure } from "./result.js";

/** An `ApiError` of one operation: `status` tells its failures apart. */
export type ErrorOf<AnyResult> = Omit<ApiError, "status" | "body" | "headers" | "response"> & Failure<AnyResult>;

/** Whether a method of a client failed with a response of this operation, and not one that could not be read. */
export function isErrorOf<Request, AnyResult>(operation: Operation<Request, AnyResult>, error: unknown): error is ErrorOf<AnyResult> {
  return error instanceof ApiError && error.route === operation.route && !error.problem;
}
