/** An argument that cannot be sent truthfully. Nothing was sent. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
  /** The name of the argument. */
  readonly argument: string;

  constructor(argument: string, problem: string) {
    super(`Argument "${argument}" ${problem}.`);
    this.argument = argument;
  }
}

/** A response that is no success. `status`, `body` and `headers` are those of the result that `send` would have given. */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  readonly status: number;
  readonly body: unknown;
  readonly response: Response;
  /** Which operation it was: `GET /pets/{id}`. */
  readonly route: string;

  constructor(route: string, response: Response, body: unknown, problem = "") {
    super(`${route} answered ${response.status}${problem}`);
    this.status = response.status;
    this.body = body;
    this.response = response;
    this.route = route;
  }
}

/** A response whose body is not what its Content-Type says, or not what the document says. `body` is the text as it came. */
export class BodyError extends ApiError {
  override readonly name = "BodyError";
}
