import type { Awaitable } from "./after.js";
import { TooLarge } from "./body-errors.js";
import { contentChooser } from "./choose-content.js";
import type { BodyContract, Check, ContentContract } from "./contract.js";
import type { ServerRequest, ServerResponse } from "./exchange.js";
import { parseMediaType } from "./media-type.js";
import type { Limits } from "./options.js";
import type { Problem } from "./problem.js";
import { problemOf } from "./problem-of.js";
import { readContent } from "./read-content.js";
import type { Violation } from "../validate/violation.js";

/** A body as a value and its media type, or why it is refused. */
export type ReadBody = { readonly body: unknown; readonly contentType: string | undefined; readonly problem?: Problem };

/** Reads the body of a request, and goes on with it. */
export type BodyReader = (request: ServerRequest, next: (read: ReadBody) => Awaitable<ServerResponse>) => Awaitable<ServerResponse>;

const nothing: ReadBody = { body: undefined, contentType: undefined };

/** Prepares the reading of an operation's bodies. Where the document has none, there must be none. */
export function bodyReader(method: string, contract: BodyContract<Check> | undefined, limits: Limits): BodyReader {
  if (contract === undefined) return withoutBody;
  const howToRead = mediaTypeReader(method, contract);
  return (request, next) => {
    if (request.parsed !== undefined) return next(fromParsed(request.parsed, howToRead(request)));
    if (request.body === undefined) return next(absent(contract));
    const how = howToRead(request);
    // Refused before it is sent, if it is known that there is one; a media type of nothing says nothing.
    if (how.problem && Number(request.headers["content-length"]) > 0) return next({ ...nothing, problem: how.problem });
    return request.body(limits.body).then((bytes) => {
      if (bytes === undefined || bytes.length === 0) return next(absent(contract));
      return next(how.problem ? { ...nothing, problem: how.problem } : read(bytes, how.content, how.contentType, limits));
    }, (error: unknown) => next(refusedTooLarge(error)));
  };
}

const withoutBody: BodyReader = ({ body, parsed }, next) => {
  if (body === undefined && parsed === undefined) return next(nothing);
  const refused = { ...nothing, problem: invalid([missing("content", "must be absent: this operation takes no body")]) };
  if (body === undefined || parsed !== undefined) return next(refused);
  return body(0).then((bytes) => next(bytes === undefined || bytes.length === 0 ? nothing : refused), (error: unknown) => {
    if (error instanceof TooLarge) return next(refused);
    throw error;
  });
};

function absent({ required }: BodyContract<Check>): ReadBody {
  return required ? { ...nothing, problem: invalid([missing("required", "must be given")]) } : nothing;
}

type How = { readonly content: ContentContract<Check>; readonly contentType: string; readonly problem?: never } | { readonly problem: Problem };

/**
 * RFC 9110 §15.5.16: what cannot be read is told, and what can be. A body without `Content-Type` is one of them: to guess would let in
 * what a browser sends from foreign pages without asking.
 */
function mediaTypeReader(method: string, { content: contents }: BodyContract<Check>): (request: ServerRequest) => How {
  const choose = contentChooser(contents);
  const accept = contents.map(({ mediaType }) => mediaType).join(", ");
  // RFC 5789 §3.1; W3C Linked Data Platform §7.1.
  const own = method === "POST" || method === "PATCH" ? { [`accept-${method.toLowerCase()}`]: accept } : {};
  const otherType: How = { problem: problemOf("unsupported-media-type", { headers: { accept, ...own } }) };
  const otherCoding: How = { problem: problemOf("unsupported-media-type", { headers: { "accept-encoding": "identity" } }) };
  // Clients send the same all the time.
  let last: How = otherType;
  return ({ headers }) => {
    const { "content-type": contentType, "content-encoding": coding } = headers;
    if (coding !== undefined && !/^(identity)?$/i.test(String(coding).trim())) return otherCoding;
    if (typeof contentType !== "string") return otherType;
    if (last.problem || contentType !== last.contentType) {
      const content = choose(contentType);
      last = content && canDecode(content, contentType) ? { content, contentType } : otherType;
    }
    return last;
  };
}

/** RFC 8259 §8.1: JSON is UTF-8; so are forms (WHATWG URL §5.1) and our texts. */
function canDecode({ kind }: ContentContract<Check>, contentType: string): boolean {
  const charset = kind === "binary" || kind === "multipart" || !/charset/i.test(contentType) ? undefined : parseMediaType(contentType).parameters.get("charset");
  return charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset);
}

function read(bytes: Uint8Array, content: ContentContract<Check>, contentType: string, limits: Limits): ReadBody {
  const outcome = readContent(bytes, content, contentType, limits);
  return "violations" in outcome ? { ...nothing, problem: invalid(outcome.violations) } : { body: outcome.value, contentType: nameOf(content, contentType) };
}

/** A framework's value is only judged. */
function fromParsed(value: unknown, how: How): ReadBody {
  if (how.problem) return { ...nothing, problem: how.problem };
  const { content, contentType } = how;
  const violations = content.check === undefined || content.check.is(value) ? [] : content.check.violations(value);
  return violations.length ? { ...nothing, problem: invalid(violations) } : { body: value, contentType: nameOf(content, contentType) };
}

function nameOf({ mediaType }: ContentContract<Check>, contentType: string): string {
  return mediaType.includes("*") ? parseMediaType(contentType).essence : mediaType;
}

function refusedTooLarge(error: unknown): ReadBody {
  if (error instanceof TooLarge) return { ...nothing, problem: problemOf("too-large") };
  throw error;
}

function invalid(violations: readonly Violation[]): Problem {
  return problemOf("invalid-request", { violations: violations.map((violation) => ({ ...violation, in: "body" })) });
}

function missing(keyword: string, message: string): Violation {
  return { path: "", schema: "", keyword, message };
}
