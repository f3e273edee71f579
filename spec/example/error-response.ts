import type { ErrorCause, ErrorResponse } from "../../generated/types.ts";

/**
 * The body of an error as Elasticsearch writes it: what happened, and once more as its own root. Stack traces are shown to those
 * who ask for them with `error_trace=true`.
 */
export function errorResponse(cause: ErrorCause, { status, trace }: { status: number; trace: boolean }): ErrorResponse {
  const told = trace ? traced(cause) : untraced(cause);
  const { caused_by: _, suppressed: __, ...root } = told;
  return { error: { root_cause: [root], ...told }, status };
}

/** An error that does not know where it comes from comes from here. */
function traced(cause: ErrorCause): ErrorCause {
  return { ...cause, stack_trace: cause.stack_trace ?? new Error(`${cause.type}: ${cause.reason ?? "null"}`).stack ?? "" };
}

function untraced({ stack_trace: _, ...cause }: ErrorCause): ErrorCause {
  return {
    ...cause,
    ...(cause.caused_by && { caused_by: untraced(cause.caused_by) }),
    ...(cause.suppressed && { suppressed: cause.suppressed.map(untraced) }),
  };
}
