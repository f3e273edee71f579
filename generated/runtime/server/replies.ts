import type { Check, ResponseContract } from "./contract.js";
import type { Replies } from "./handler.js";
import type { Reply } from "./reply.js";

/** What `reply.notImplemented()` gives. It is known by being this very object. */
export const notImplementedReply: Reply = Object.freeze({ status: 501, body: undefined });

/** The functions that make the replies of an operation: one for each response that is documented. They make plain objects. */
export function repliesOf(responses: readonly ResponseContract<Check>[]): Replies {
  const replies = responses.map(({ status }): [string, Replies[string]] => [status, /^\d+$/.test(status) ? replyOf(Number(status)) : replyWithStatus]);
  return Object.freeze({ ...Object.fromEntries(replies), notImplemented: () => notImplementedReply });
}

function replyOf(status: number): Replies[string] {
  return (body, headers) => (isHeaders(headers) ? { status, body, headers } : { status, body });
}

/** Of a range, or `default`: the status is the handler's to say. */
function replyWithStatus(status: unknown, body: unknown, headers: unknown): Reply {
  return isHeaders(headers) ? { status: Number(status), body, headers } : { status: Number(status), body };
}

function isHeaders(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
