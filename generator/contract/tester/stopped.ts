/** Why a run ends before it is through. */
export type StopReason = "hook-failed" | "interrupted" | "max-requests" | "timeout" | "unreachable";

/** Thrown by `send` when the run is to end. A phase lets it pass. */
export class Stopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason, message = `The run has stopped: ${reason}`) {
    super(message);
    this.reason = reason;
  }
}
