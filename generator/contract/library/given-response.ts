import type { Header, WireResponse } from "../tester/exchange.ts";

/**
 * A response as tests have them: of `fetch`, of supertest or `inject` of a framework, or written down. A text or bytes are a body as it
 * came; anything else is a JSON value that somebody has read already, of which how it was written is not known any more.
 */
export type GivenResponse = Response | PlainResponse;

export type PlainResponse = ({ readonly status: number } | { readonly statusCode: number }) & {
  readonly headers?: GivenHeaders | undefined;
  readonly body?: unknown;
  /** The body as text, where it is there beside a body that was read, as supertest has it. */
  readonly text?: unknown;
};

export type GivenHeaders = Iterable<readonly [string, string]> | { readonly [name: string]: string | readonly string[] | number | undefined };

/** A response as it came over the wire, as far as that is known. One of `fetch` can be read afterwards, for it is read from a clone. */
export async function readResponse(given: GivenResponse): Promise<WireResponse> {
  if (!isOfFetch(given)) return readPlain(given);
  if (given.bodyUsed) throw new TypeError("The body of the response has been read already. Check the response first, or give a clone of it.");
  const body = new Uint8Array(await given.clone().arrayBuffer());
  return { status: given.status, headers: decoded(headerList(given.headers)), body, milliseconds: 0 };
}

/** Where a response of `fetch` came from: path and query. */
export function targetOf(given: GivenResponse): string | undefined {
  if (!isOfFetch(given) || !URL.canParse(given.url)) return undefined;
  const { pathname, search } = new URL(given.url);
  return pathname + search;
}

function isOfFetch(given: GivenResponse): given is Response {
  return "arrayBuffer" in given && typeof given.arrayBuffer === "function";
}

function readPlain(given: PlainResponse): WireResponse {
  const status = "status" in given ? given.status : given.statusCode;
  if (!Number.isInteger(status)) throw new TypeError("What is given is no response: it has no status.");
  const headers = headerList(given.headers ?? []);
  const body = typeof given.text === "string" ? given.text : given.body;
  const isRaw = body instanceof Uint8Array;
  return { status, headers: isRaw ? headers : decoded(headers), body: bytesOf(body), milliseconds: 0 };
}

/** What is not bytes is decoded already, whatever Content-Encoding says. */
function decoded(headers: readonly Header[]): Header[] {
  return headers.filter(([name]) => name.toLowerCase() !== "content-encoding");
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  return Buffer.from(typeof body === "string" ? body : (JSON.stringify(body) ?? ""));
}

/** Headers as a list, whichever way they are given. */
export function headerList(given: GivenHeaders): Header[] {
  if (isIterable(given)) return [...given];
  return Object.entries(given).flatMap(([name, value]): Header[] => {
    if (value === undefined) return [];
    return (typeof value === "object" ? [...value] : [String(value)]).map((each) => [name, each]);
  });
}

function isIterable(given: GivenHeaders): given is Iterable<readonly [string, string]> {
  return Symbol.iterator in given && typeof given[Symbol.iterator] === "function";
}
