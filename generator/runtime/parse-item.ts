import type { Draft } from "./draft.js";
import { ApiError } from "./errors.js";

/** One item of a stream of JSON. One that is not JSON is an `ApiError` whose `body` is its text. */
export function parseItem({ json, answer, request }: Draft, response: Response, text: string): unknown {
  try {
    return json.parse(text);
  } catch {
    throw new ApiError(request.route, answer(response, text), ", not JSON");
  }
}
