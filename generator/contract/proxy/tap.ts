import { performance } from "node:perf_hooks";
import { mustBeEmpty } from "../tester/checks/check-no-body.ts";
import type { Header } from "../tester/exchange.ts";
import { Malformed } from "../tester/transport/malformed.ts";
import { parseHead } from "../tester/transport/parse-head.ts";
import { requestFraming, responseFraming } from "./framing.ts";
import { type KeptBody, keptBody, type Room } from "./kept-body.ts";
import { type MessageScanner, messageScanner } from "./message-scanner.ts";
import type { Observed } from "./observed.ts";
import { parseRequestHead } from "./parse-request-head.ts";

/** Listens to a connection. What it is told has been sent already; nothing that it does can change that. */
export type Tap = {
  readonly fromClient: (bytes: Uint8Array) => void;
  readonly fromServer: (bytes: Uint8Array) => void;
  /** The server has closed its side. `isItsOwn`: before the client did. */
  readonly serverEnds: (isItsOwn: boolean) => void;
  /** The connection is over, whoever closed it: what has no answer gets none. */
  readonly close: () => void;
};

/** `unread`: a connection has been something else than HTTP/1.1 from some place on, or a protocol that it was upgraded to. */
export type TapEvents = { readonly exchange: (observed: Observed) => void; readonly unread: () => void };

type Asked = { readonly method: string; readonly target: string; readonly headers: readonly Header[]; readonly body: KeptBody; readonly since: number; isSent: boolean };

type Answer = { readonly asked: Asked; readonly status: number; readonly headers: readonly Header[]; readonly body: KeptBody; isOver: boolean };

/** Puts the requests and answers of a connection together to exchanges, in the order of the answers (RFC 9112 §9.3.2). */
export function tapConnection(room: Room, { exchange, unread }: TapEvents): Tap {
  const heard: Heard = { waiting: [], asking: undefined, answer: undefined, isRead: true };
  const stop = () => {
    if (heard.isRead) unread();
    heard.isRead = false;
  };
  const flush = () => {
    if (heard.answer?.isOver === true) exchange(observed(heard.answer));
    if (heard.answer?.isOver === true) heard.answer = undefined;
  };
  const broken = (message: string) => {
    const asked = heard.answer?.asked ?? heard.waiting.shift();
    heard.answer?.body.release();
    heard.answer = undefined;
    if (asked !== undefined) exchange({ ...request(asked), outcome: { kind: "failure", failure: "malformed", message }, isResponseWhole: true });
  };
  const attempt = (read: () => void, orElse: (message: string) => void) => {
    try {
      if (heard.isRead) read();
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      orElse(error.message);
      stop();
    }
  };
  const requests = requestScanner(heard, room);
  const responses = responseScanner(heard, room, { flush, stop });
  return {
    fromClient: (bytes) => attempt(() => requests.take(bytes), () => undefined),
    fromServer: (bytes) => (attempt(() => responses.take(bytes), broken), flush()),
    serverEnds: (isItsOwn) => (attempt(() => responses.close(), (message) => isItsOwn && broken(message)), flush()),
    close: () => {
      const { answer, waiting } = heard;
      for (const { body } of [...waiting.splice(0), ...(answer === undefined ? [] : [answer, answer.asked])]) body.release();
    },
  };
}

/** What was heard so far, and is not over. `asking` is the request whose body comes now, `waiting` are those without an answer. */
type Heard = { readonly waiting: Asked[]; asking: Asked | undefined; answer: Answer | undefined; isRead: boolean };

function requestScanner(heard: Heard, room: Room): MessageScanner {
  return messageScanner({
    head: (text) => {
      const head = parseRequestHead(text);
      const framing = requestFraming(head.headers);
      heard.asking = { ...head, body: keptBody(room), since: performance.now(), isSent: false };
      heard.waiting.push(heard.asking);
      return framing;
    },
    body: (bytes) => heard.asking?.body.add(bytes),
    end: () => {
      if (heard.asking !== undefined) heard.asking.isSent = true;
    },
  });
}

function responseScanner(heard: Heard, room: Room, { flush, stop }: { flush: () => void; stop: () => void }): MessageScanner {
  const { waiting } = heard;
  return messageScanner({
    isStray: (bytes) => {
      const { answer } = heard;
      if (waiting.length > 0) return false;
      if (answer !== undefined && mustBeEmpty(answer.asked.method, answer.status)) answer.body.add(bytes);
      flush();
      stop();
      return true;
    },
    head: (text) => {
      flush();
      const { status, headers } = parseHead(text);
      const asked = waiting[0];
      if (asked === undefined) throw new Malformed("nobody asked");
      const framing = responseFraming(asked.method, status, headers);
      if (framing.kind === "tunnel") stop();
      if (status < 200) return framing;
      waiting.shift();
      heard.answer = { asked, status, headers, body: keptBody(room), isOver: false };
      return framing;
    },
    body: (bytes) => heard.answer?.body.add(bytes),
    end: () => {
      if (heard.answer !== undefined) heard.answer.isOver = true;
    },
  });
}

function request({ method, target, headers, body, isSent }: Asked): Pick<Observed, "request" | "isRequestWhole"> {
  const isWhole = isSent && body.isWhole();
  const bytes = body.release();
  return { request: { method, target, headers, ...(bytes.length > 0 && { body: bytes }) }, isRequestWhole: isWhole };
}

function observed({ asked, status, headers, body }: Answer): Observed {
  const isResponseWhole = body.isWhole();
  const milliseconds = performance.now() - asked.since;
  return { ...request(asked), outcome: { kind: "response", response: { status, headers, body: body.release(), milliseconds } }, isResponseWhole };
}
