import { type Json, parseJson } from "../../../json.ts";
import { decodeUtf8 } from "../../../runtime/server/decode-utf8.ts";
import { segmentTexts } from "../../../runtime/server/segment-texts.ts";
import type { RuleScope } from "../../rules/rule-scope.ts";
import type { Header, WireRequest } from "../exchange.ts";
import type { CheckedExchange, CheckedOperation } from "./checked-exchange.ts";
import { uncheckedReader } from "./unchecked-reader.ts";

/**
 * What the rules of an answer can name. Parameters are read as the document types them; of a query, what it does not document is there as
 * texts. Names of headers are in lower case, several lines of one name are one (RFC 9110 §5.3).
 */
export function ruleScopeOf({ tested, request, response, body }: Pick<CheckedExchange, "tested" | "request" | "response" | "body">): RuleScope {
  const { path, query } = parametersOf(tested, request);
  return {
    body: body?.value ?? null,
    headers: joined(response.headers),
    status: response.status,
    request: { path, query, headers: joined(request.headers), body: jsonOf(request) },
  };
}

function parametersOf({ contract }: CheckedOperation, { target, headers }: WireRequest): { path: RuleScope["request"]["path"]; query: RuleScope["request"]["query"] } {
  const read = uncheckedReader(contract);
  const [path = "", query = ""] = target.split("?", 2);
  const values = read({ path: pathTexts(contract.path, path), query, headers: joined(headers) });
  return { path: values.path, query: { ...Object.fromEntries(new URLSearchParams(query)), ...values.query } };
}

/** What stands in place of a template's placeholders. The base path of the server is whatever stands before the template's segments. */
function pathTexts(template: string, path: string): { readonly [name: string]: string } {
  const segments = template.split("/");
  const sent = path.split("/").slice(-segments.length);
  const entries = segments.flatMap((segment, index): [string, string][] => {
    const pieces = segment.split(/\{([^{}]*)\}/);
    const names = pieces.filter((_, place) => place % 2 === 1);
    const texts = names.length === 0 ? [] : segmentTexts(sent[index] ?? "", pieces.filter((_, place) => place % 2 === 0)) ?? [];
    return texts.map((text, place) => [names[place] ?? "", text]);
  });
  return Object.fromEntries(entries);
}

function joined(headers: readonly Header[]): { readonly [name: string]: string } {
  const found = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = found.get(key);
    found.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(found);
}

function jsonOf({ body }: WireRequest): Json | undefined {
  const text = body === undefined ? undefined : decodeUtf8(body);
  return text === undefined ? undefined : parseJson(text);
}
