import { escapeJson } from "../header.js";
import { isJsonType } from "../content-text.js";
import { stringifyJson } from "../json.js";
import { join, spread } from "../spread.js";
import type { Violation } from "../validate/violation.js";
import type { Check, HeaderContract } from "./contract.js";
import type { Reply } from "./reply.js";
import { Unsendable } from "./unsendable.js";

/** Headers as they are sent, by name in lower case; of a list, each item is a line of its own. */
export type SentHeaders = { [name: string]: string | readonly string[] };

/** How the headers of a response are judged and written. */
export type HeaderWriter = {
  readonly violations: (headers: Reply["headers"], schema: string) => Violation[];
  /** Writes them into `sent`. Throws `Unsendable` for what no header can be. */
  readonly write: (headers: object, sent: SentHeaders) => void;
};

/**
 * Headers of a response: documented ones in style simple or in their media type, others as texts. OAS "Response Object": what is
 * said of `Content-Type` does not count.
 */
export function headerWriter(contracts: readonly HeaderContract<Check>[]): HeaderWriter {
  const documented = new Map(contracts.map((contract) => [contract.name.toLowerCase(), contract]));
  documented.delete("content-type");
  return {
    violations: (headers, schema) => (documented.size === 0 ? [] : [...documented].flatMap(([name, contract]) => violationsOf(name, contract, headers, schema))),
    write: (headers, sent) => {
      for (const [given, value] of Object.entries(headers)) {
        const name = given.toLowerCase();
        const text = value === undefined ? undefined : textOf(name, value, documented.get(name));
        if (text !== undefined) sent[name] = text;
      }
    },
  };
}

function violationsOf(name: string, { required, check }: HeaderContract<Check>, headers: Reply["headers"], schema: string): Violation[] {
  const value = headers && headerOf(headers, name);
  const place = { path: `header ${name}`, schema: `${schema}/headers` };
  if (value === undefined) return required ? [{ ...place, keyword: "required", message: "must be given" }] : [];
  if (check === undefined || check.is(value)) return [];
  return check.violations(value).map((violation) => ({ ...violation, path: `${place.path} ${violation.path}`.trimEnd() }));
}

/** A header by its name in lower case, however it is written in a reply. */
export function headerOf(headers: object, name: string): unknown {
  return Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}

function textOf(name: string, value: unknown, contract: HeaderContract<Check> | undefined): string | readonly string[] | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new Unsendable(`"${name}" cannot be the name of a header`);
  if (connectionHeaders.has(name)) throw new Unsendable(`the header ${name} is for the server to set`);
  // RFC 9110 §5.3: cookies are the ones that cannot share a line.
  if (Array.isArray(value) && (contract === undefined || name === "set-cookie")) return value.map((item) => checked(name, scalarText(name, item)));
  if (contract === undefined) return checked(name, scalarText(name, value));
  if (contract.content !== undefined) return checked(name, contentText(value, contract.content));
  const pairs = spread(name, value, contract.explode, null);
  return pairs.length ? checked(name, join(pairs, ",", String)) : undefined;
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
