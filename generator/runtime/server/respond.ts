import type { Violation } from "../validate/violation.js";
import { contentChooser, type ChooseContent } from "./choose-content.js";
import type { Check, ContentContract, Contract, ResponseContract } from "./contract.js";
import type { ServerRequest, ServerResponse } from "./exchange.js";
import { negotiator, type Negotiate } from "./negotiate.js";
import type { Reply } from "./reply.js";
import { writeBody, type StreamWatch } from "./respond-body.js";
import { headerWriter, namedHeaders, type HeaderWriter, type NamedHeaders, type SentHeaders } from "./respond-headers.js";
import { Unsendable } from "./unsendable.js";
import { violationsOfReply } from "./violations-of-reply.js";

/** A reply whose headers have their names in lower case. */
export type NamedReply = Reply<number, unknown, NamedHeaders>;

/** Judges the replies of an operation, and writes them. */
export type Responder = {
  /** What the document says of a status; `undefined` where it says nothing. */
  readonly find: (status: number) => PreparedResponse | undefined;
  /** In which ways a reply breaks the document. */
  readonly violations: (reply: NamedReply, accept: string | undefined) => readonly Violation[];
  /** The reply as it is sent, documented or not. Throws `Unsendable` where it cannot be. */
  readonly write: (reply: NamedReply, accept: string | undefined, watch: StreamWatch) => ServerResponse;
};

/** One response of the document, made ready. */
export type PreparedResponse = {
  readonly contract: ResponseContract<Check>;
  /** Where it is in the document. */
  readonly place: string;
  readonly headers: HeaderWriter;
  readonly choose: ChooseContent;
  readonly negotiate: Negotiate;
  /** Headers of replies that set none themselves, by the position of the media type. */
  readonly plain: readonly { readonly "content-type": string }[];
};

/** Prepares the responses of an operation. Without one, replies are written as the values that they are. */
export function responder({ method, path, responses }: Pick<Contract<Check>, "method" | "path" | "responses">): Responder {
  const schema = `/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method.toLowerCase()}/responses`;
  const prepared = responses.map((response) => prepare(response, `${schema}/${response.status}`));
  const exact = new Map(prepared.map((response) => [Number(response.contract.status), response]));
  const others = new Map(prepared.map((response) => [response.contract.status.toUpperCase(), response]));
  // OAS "Patterned Fields" of responses: a status before its range, and both before the default.
  const find = (status: number) => exact.get(status) ?? others.get(`${String(status)[0]}XX`) ?? others.get("DEFAULT");
  return {
    find,
    violations: (reply, accept) => {
      const response = find(reply.status);
      const content = response && contentOf(response, reply, accept);
      return violationsOfReply(reply, { response, content, schema, isHead: method === "HEAD" });
    },
    write: (reply, accept, watch) => write(find(reply.status), reply, accept, watch),
  };
}

/** A reply with the names of its headers in lower case. */
export function namedReply(reply: Reply): NamedReply {
  const { status, body, headers } = reply;
  return headers === undefined ? { status, body } : { status, body, headers: namedHeaders(headers) };
}

/** The header `Accept` of a request. */
export function acceptOf({ headers }: ServerRequest): string | undefined {
  const { accept } = headers;
  return typeof accept === "string" || accept === undefined ? accept : accept.join(", ");
}

/** RFC 9110 §15.3.5, §15.3.6, §15.4.5. */
export function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function prepare(contract: ResponseContract<Check>, place: string): PreparedResponse {
  return {
    contract,
    place,
    headers: headerWriter(contract.headers),
    choose: contentChooser(contract.content),
    negotiate: negotiator(contract.content.map(({ mediaType }) => mediaType)),
    plain: contract.content.map(({ mediaType }) => Object.freeze({ "content-type": withCharset(mediaType) })),
  };
}

/** What a reply's body is of: the media type that it says, or that of the document's which the client prefers. */
function contentOf({ contract, choose, negotiate }: PreparedResponse, { headers }: NamedReply, accept: string | undefined): ContentContract<Check> | undefined {
  const said = headers?.["content-type"];
  if (typeof said === "string") return choose(said);
  if (contract.content.length < 2) return contract.content[0];
  // RFC 9110 §12.5.1 leaves it to the server to send what is not acceptable; for failures, which were not negotiated, that is better than nothing.
  return contract.content[Math.max(0, negotiate(accept))];
}

function write(response: PreparedResponse | undefined, reply: NamedReply, accept: string | undefined, watch: StreamWatch): ServerResponse {
  const { status, body, headers } = reply;
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new Unsendable(`${status} is no status of an answer`);
  const content = (response && contentOf(response, reply, accept)) ?? undocumentedContent(reply);
  if (body === undefined || hasNoBody(status)) return { status, headers: headers ? sentHeaders(response, headers, {}) : {}, body: undefined };
  const written = writeBody(content, body, watch);
  const isOpen = content.mediaType.includes("*");
  const plain = response?.plain[response.contract.content.indexOf(content)];
  if (headers === undefined && plain !== undefined && !isOpen && content.kind !== "multipart") return { status, headers: plain, body: written.body };
  const type = isOpen || content.kind === "multipart" ? withCharset(written.type ?? typeOf(content, written.body)) : plain?.["content-type"] ?? withCharset(content.mediaType);
  const sent = sentHeaders(response, headers ?? {}, { "content-type": type });
  // The boundary is the writer's.
  if (content.kind === "multipart" && written.type !== undefined) sent["content-type"] = written.type;
  return { status, headers: sent, body: written.body };
}

const undocumentedHeaders = headerWriter([]);

function sentHeaders(response: PreparedResponse | undefined, headers: NamedHeaders, sent: SentHeaders): SentHeaders {
  (response?.headers ?? undocumentedHeaders).write(headers, sent);
  return sent;
}

/** Where the document says nothing: objects are JSON, texts are plain. */
function undocumentedContent({ body, headers }: NamedReply): ContentContract<Check> {
  const said = headers?.["content-type"];
  const mediaType = typeof said === "string" ? said : undefined;
  if (typeof body === "string" || body instanceof Uint8Array || body instanceof Blob || body instanceof ReadableStream) {
    return { mediaType: mediaType ?? (typeof body === "string" ? "text/plain" : "application/octet-stream"), kind: "binary" };
  }
  return { mediaType: mediaType ?? "application/json", kind: "json" };
}

/** Of a range of media types. */
function typeOf({ kind }: ContentContract<Check>, body: ServerResponse["body"]): string {
  if (kind === "json") return "application/json";
  return typeof body === "string" ? "text/plain" : "application/octet-stream";
}

/** RFC 2046 §4.1.2: a text that says nothing is taken for US-ASCII. */
function withCharset(mediaType: string): string {
  const isText = /^text\//i.test(mediaType) && !/^text\/event-stream/i.test(mediaType) && !/charset=/i.test(mediaType);
  return isText ? `${mediaType}; charset=utf-8` : mediaType;
}
