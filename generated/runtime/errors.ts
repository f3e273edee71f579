import type { Answer } from "./answer.js";

/** An argument that is missing, or cannot be sent truthfully. Nothing was sent. */
export class ArgumentError extends Error {
  /** The name of the argument. */
  declare readonly argument: string;

  constructor(argument: string, value: unknown) {
    super(`${argument} cannot be ${JSON.stringify(value)}`);
    Object.assign(this, { name: "ArgumentError", argument });
  }
}

/** A response that is no success, or cannot be read: `body` is then the text as it came. Its members are those of the result. */
export class ApiError extends Error {
  declare readonly status: number;
  declare readonly body: unknown;
  declare readonly headers: Answer["headers"];
  declare readonly response: Response;
  /** Which operation it was: `GET /pets/{id}`. */
  declare readonly route: string;
  /** Why the body cannot be read; "" where it was. */
  declare readonly problem: string;

  constructor(route: string, answer: Answer, problem = "") {
    super(`${route}: ${answer.status}${problem}`);
    Object.assign(this, { name: "ApiError", route, problem }, answer);
  }
}
