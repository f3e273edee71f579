import type { Check } from "./contract.js";
import type { ExchangeState } from "./exchange-state.js";
import type { ServerRequest, ServerResponse } from "./exchange.js";
import type { LogEntry } from "./options.js";
import type { PreparedOperation } from "./prepare-operation.js";
import type { Reply } from "./reply.js";
import { acceptOf, namedReply } from "./respond.js";
import type { StreamWatch } from "./respond-body.js";
import type { Settings } from "./settings.js";
import { Unsendable } from "./unsendable.js";

/**
 * A handler's reply as it is sent, or `undefined` where it may not be: it breaks the document and `responses` is `on`, or it cannot be
 * sent at all. Which of them, and how, is for the log only.
 */
export function sendReply(given: Reply, { name, responder }: PreparedOperation, { request }: ExchangeState, settings: Settings): ServerResponse | undefined {
  const accept = acceptOf(request);
  const watch = new ReplyWatch(name, request, settings);
  try {
    if (typeof given !== "object" || given === null) throw new Unsendable("the handler gave no reply");
    const reply = namedReply(given);
    if (settings.responses !== "off") {
      const violations = responder.violations(reply, accept);
      if (violations.length) watch.log(`The answer with status ${reply.status} breaks the document.`, { violations });
      if (violations.length && settings.responses === "on") return undefined;
    }
    return responder.write(reply, accept, watch);
  } catch (error) {
    watch.log("The answer cannot be sent.", { error });
    return undefined;
  }
}

/** Tells what is wrong with a reply. An item of a stream that breaks the document ends the stream, or is logged. */
class ReplyWatch implements StreamWatch {
  readonly operation: string;
  readonly request: ServerRequest;
  readonly settings: Settings;

  constructor(operation: string, request: ServerRequest, settings: Settings) {
    this.operation = operation;
    this.request = request;
    this.settings = settings;
  }

  log(message: string, details: Partial<LogEntry>): void {
    this.settings.log({ kind: "invalid-response", operation: this.operation, message, ...details });
  }

  failed(error: unknown): void {
    // A source that stops because the client has gone does what it should.
    if (!(error instanceof BrokenItem) && !this.request.signal?.aborted) this.log("The stream failed.", { kind: "stream-failed", error });
  }

  judge(item: unknown, check: Check | undefined): void {
    const { responses } = this.settings;
    if (responses === "off" || check === undefined || check.is(item)) return;
    this.log("An item of the stream breaks the document.", { violations: check.violations(item) });
    if (responses === "on") throw new BrokenItem();
  }
}

/** An item that has been logged already. */
class BrokenItem extends Error {}
