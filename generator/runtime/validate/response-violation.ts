import type { Violation } from "./violation.js";

/** The body of a response is not what the document says. */
export class ResponseViolation extends Error {
  /** Which operation it was: `GET /pets/{id}`. */
  declare readonly route: string;
  declare readonly status: number;
  declare readonly violations: readonly Violation[];

  constructor(route: string, status: number, violations: readonly Violation[]) {
    const [first] = violations;
    super(`${route}: ${status}${first === undefined ? "" : `: ${first.path || "the body"} ${first.message}`}`);
    Object.assign(this, { name: "ResponseViolation", route, status, violations });
  }
}
