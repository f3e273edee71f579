import type { Check, ContentContract, Contract } from "./contract.js";
import type { ServerResponse } from "./exchange.js";
import { negotiator } from "./negotiate.js";
import type { Reply } from "./reply.js";
import { writeBody } from "./respond-body.js";

/**
 * What an operation without a handler answers: a 501 whose body is the document's example of the first success that has one, in the
 * media type that the client prefers, and whose header `specwright-example` says of which status it is. So a client can be written before
 * the server is, and still cannot take the one for the other. `undefined` where the document has no example.
 */
export function exampleResponse({ responses }: Contract<Check>, accept: string | undefined): ServerResponse | undefined {
  for (const { status, content } of responses.filter(({ status }) => /^2/.test(status))) {
    const examples = content.filter(({ example, mediaType }) => example !== undefined && !mediaType.includes("*"));
    const chosen = examples[Math.max(0, negotiator(examples.map(({ mediaType }) => mediaType))(accept))];
    if (chosen === undefined) continue;
    const { body, type = chosen.mediaType } = writeBody(chosen, bodyOf(chosen), { judge: () => undefined, failed: () => undefined });
    return { status: 501, headers: { "content-type": type, "specwright-example": status }, body };
  }
  return undefined;
}

/** An example in a document is a JSON value; where it is not what is sent, it is text. */
function bodyOf({ kind, example }: ContentContract<Check>): Reply["body"] {
  if (kind === "lines" || kind === "events") return Array.isArray(example) ? example : [example];
  return (kind === "text" || kind === "binary") && typeof example !== "string" ? JSON.stringify(example) : example;
}
