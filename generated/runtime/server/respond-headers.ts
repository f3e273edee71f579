import { escapeJson } from "../header.js";
import { isJsonType } from "../content-text.js";
import { stringifyJson } from "../json.js";
import { join, spread } from "../spread.js";
import type { Violation } from "../validate/violation.js";
import type { Check, HeaderContract } from "./contract.js";
import { Unsendable } from "./unsendable.js";

/** Headers as they are sent, by name in lower case; of a list, each item is a line of its own. */
export type SentHeaders = { [name: string]: string | readonly string[] };

/** Headers of a reply, by name in lower case. */
export type NamedHeaders = { readonly [name: string]: unknown };

/** How the headers of a response are judged and written. */
export type HeaderWriter = {
  readonly violations: (headers: NamedHeaders | undefined, schema: string) => readonly Violation[];
  /** Writes them into `sent`. Throws `Unsendable` for what no header can be. */
  readonly write: (headers: NamedHeaders, sent: SentHeaders) => void;
};

/**
 * Headers of a response: documented ones in style simple or in their media type, others as texts. OAS "Response Object": what is
 * said of `Content-Type` does not count.
 */
export function headerWriter(contracts: readonly HeaderContract<Check>[]): HeaderWriter {
  // What cannot be the name of a header is refused like that of any other.
  const documented = new Map(contracts.filter(({ name }) => canBeSet(name)).map((contract) => [contract.name.toLowerCase(), contract]));
  documented.delete("content-type");
  const rows = [...documented].map(([name, contract]) => ({ name, contract }));
  return {
    violations: (headers, schema) => {
      let violations: readonly Violation[] = none;
      for (const { name, contract } of rows) {
        const value = judgedValue(name, headers?.[name]);
        if (value === undefined ? contract.required : contract.check && !contract.check.is(value)) violations = [...violations, ...violationsOf(name, contract, value, schema)];
      }
      return violations;
    },
    write: (headers, sent) => {
      for (const name of Object.keys(headers)) {
        const value = headers[name];
        const text = value === undefined ? undefined : textOf(name, value, documented.get(name));
        if (text !== undefined) sent[name] = text;
      }
    },
  };
}

/** The headers of a reply by their names in lower case, however a handler has written them. */
export function namedHeaders(headers: object): NamedHeaders {
  if (isNamed(headers)) return headers;
  return Object.fromEntries(Object.entries(headers).map(([name, value]): [string, unknown] => [name.toLowerCase(), value]));
}

const none: readonly Violation[] = [];

// RFC 9110 §5.3: cookies are the ones that cannot share a line. Challenges can, but have commas of their own, on which clients trip.
const ownLines = new Set(["set-cookie", "www-authenticate", "proxy-authenticate"]);

function isNamed(headers: object): headers is NamedHeaders {
  for (const name of Object.keys(headers)) if (/[A-Z]/.test(name)) return false;
  return true;
}

/** Lines of challenges mean what they mean when joined, and that is what a document describes. */
function judgedValue(name: string, value: unknown): unknown {
  return Array.isArray(value) && name.endsWith("-authenticate") ? value.join(", ") : value;
}

function violationsOf(name: string, { check }: HeaderContract<Check>, value: unknown, schema: string): Violation[] {
  const place = `header ${name}`;
  if (value === undefined) return [{ path: place, schema: `${schema}/headers`, keyword: "required", message: "must be given" }];
  return check?.violations(value).map((violation) => ({ ...violation, path: `${place} ${violation.path}`.trimEnd() })) ?? [];
}

function textOf(name: string, value: unknown, contract: HeaderContract<Check> | undefined): string | readonly string[] | undefined {
  // What is documented is neither of the two.
  if (contract === undefined && !isToken(name)) throw new Unsendable(`"${name}" cannot be the name of a header`);
  if (contract === undefined && connectionHeaders.has(name)) throw new Unsendable(`the header ${name} is for the server to set`);
  if (typeof value === "string" && contract?.content === undefined) return checked(name, value);
  if (Array.isArray(value) && (contract === undefined || ownLines.has(name))) return value.map((item) => checked(name, scalarText(name, item)));
  if (contract === undefined) return checked(name, scalarText(name, value));
  if (contract.content !== undefined) return checked(name, contentText(value, contract.content));
  const pairs = spread(name, value, contract.explode, null);
  return pairs.length ? checked(name, join(pairs, ",", String)) : undefined;
}

/** Whether it is for a handler to set, and can be at all. */
function canBeSet(name: string): boolean {
  return isToken(name) && !connectionHeaders.has(name.toLowerCase());
}

/** RFC 9110 §5.6.2. */
function isToken(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

// What frames a message: saying it wrong would make two answers of one.
const connectionHeaders = new Set(["connection", "content-length", "keep-alive", "proxy-connection", "trailer", "transfer-encoding", "upgrade"]);

function contentText(value: unknown, mediaType: string): string {
  return isJsonType(mediaType) ? escapeJson(stringifyJson(value)) : String(value);
}

function scalarText(name: string, value: unknown): string {
  if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") throw new Unsendable(`the header ${name} must be a text`);
  return String(value);
}

/** RFC 9110 §5.5: neither line breaks nor other controls, and nothing beyond one byte. */
function checked(name: string, text: string): string {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) throw new Unsendable(`the header ${name} has a character that no header can have`);
  return text;
}
