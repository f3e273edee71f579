/** Why a run ends before it is through. */
export type StopReason = "interrupted" | "max-requests" | "timeout" | "unreachable";

/** Thrown by `send` when the run is to end. A phase lets it pass. */
export class Stopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(`The run has stopped: ${reason}`);
    this.reason = reason;
  }
}
