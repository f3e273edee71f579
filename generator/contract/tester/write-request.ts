import type { Json } from "../../json.ts";
import type { Api, Parameter } from "../../model/api.ts";
import { encodeLiteral } from "../../model/encode-literal.ts";
import { withoutStyle } from "../../model/placeholders.ts";
import type { Schema } from "../../model/schema.ts";
import { sentMethod } from "../../model/sent-method.ts";
import type { Draft } from "../../runtime/draft.ts";
import { ArgumentError } from "../../runtime/errors.ts";
import type { Part } from "../../runtime/operation.ts";
import type { Contract } from "../../runtime/server/contract.ts";
import { parameterPart } from "../../samples/parameter-part.ts";
import type { RequestValues } from "./case.ts";
import type { Header, WireRequest } from "./exchange.ts";
import { bodyWriter } from "./body-writer.ts";
import { emptyDraft } from "./empty-draft.ts";
import { expectsContent } from "./transport/request-bytes.ts";

/**
 * Writes requests of an operation from values, as generated clients do: every style and kind of body, the same bytes for the same values,
 * without credentials. The target stands below the server's base path. A value of `in: querystring` is among those of the query.
 * Throws an `ArgumentError` or a `URIError` where a value cannot be sent as it is: in a header, what is beyond ASCII has no meaning that
 * all agree on (RFC 9110 §5.5).
 */
export function requestWriter(api: Api, contract: Contract<Schema>): (values: RequestValues) => WireRequest {
  const operation = api.operations.find(({ method, path }) => path === contract.path && sentMethod(method) === contract.method);
  const parts = contract.parameters.flatMap(({ name, in: location }) => {
    const parameter = operation?.parameters.find((each) => each.name === name && each.in === location);
    return parameter === undefined ? [] : [writerOf(parameter)];
  });
  const accept = acceptOf(contract);
  const writeBody = bodyWriter(contract.body?.content ?? [], operation?.requestBody?.content ?? []);
  // It is sent in any case, and whoever judges a request is to see it.
  const saysLength = contract.parameters.some(({ in: location, name }) => location === "header" && name.toLowerCase() === "content-length");
  // Some documents have a query in a path. What stands behind `#` is never sent.
  const [template = "", fixed] = contract.path.split("#", 1).join("").split("?");
  const writePath = pathWriter(template);
  return (values) => {
    const draft = emptyDraft(contract.method);
    for (const write of parts) write(values, draft);
    const target = writePath(draft.texts) + queryOf(fixed === undefined ? draft.query : [encodeLiteral(fixed), ...draft.query]);
    const written = values.body === undefined ? undefined : writeBody(values.body);
    for (const [name, text] of Object.entries(draft.request.headers)) if (/[^\t\x20-\x7e]/.test(text)) throw new ArgumentError(name, text);
    const type: Header[] = written === undefined ? [] : [["content-type", written.contentType]];
    const length: Header[] = saysLength && (written !== undefined || expectsContent.has(contract.method)) ? [["content-length", String(written?.bytes.length ?? 0)]] : [];
    return { method: contract.method, target, headers: [["accept", accept], ...type, ...length, ...Object.entries(draft.request.headers)], ...(written !== undefined && { body: written.bytes }) };
  };
}

/** What documented answers can be of. A client that takes nothing else gets nothing else. */
function acceptOf({ responses }: Contract<Schema>): string {
  const types = [...new Set(responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)))];
  return types.length === 0 ? "*/*" : types.join(", ");
}

function writerOf(parameter: Parameter): (values: RequestValues, draft: Draft) => void {
  // No parameter is called so: a part whose key is the name would look for its place in a template.
  const key = `value of ${parameter.name}`;
  const part: Part = parameterPart(parameter, key);
  return (values, draft) => {
    const value = valueOf(parameter, values);
    if (value === undefined) return;
    if (hasHalves(value)) throw new ArgumentError(parameter.name, value);
    void part(draft, { [key]: value });
  };
}

function valueOf({ name, in: location }: Parameter, { path, query, headers, cookies }: RequestValues): Json | undefined {
  const values = { path, query, header: headers, cookie: cookies, querystring: query }[location];
  return values.get(name);
}

/** Half of a surrogate pair is no character, and UTF-8 cannot hold it: JSON.stringify writes it as an escape. */
function hasHalves(value: Json): boolean {
  if (value === null || typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && !/[\ud800-\udfff]/.test(value))) return false;
  return /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));
}

/** WHATWG URL §4.5 takes away segments of one or two dots, and an empty one leads to another path. */
function pathWriter(template: string): (texts: Draft["texts"]) => string {
  const segments = template.split("/").map((segment) => {
    const literal = segment.includes("{") ? undefined : encodeLiteral(segment);
    return literal === undefined ? (texts: Draft["texts"]) => filled(segment, texts) : () => literal;
  });
  return (texts) => segments.map((write) => write(texts)).join("/");
}

function filled(segment: string, texts: Draft["texts"]): string {
  const text = segment.replace(/\{([^{}]*)\}|[^{]+/g, (literal, name: string | undefined) => {
    if (name === undefined) return encodeLiteral(literal);
    const own = texts[name] ?? texts[withoutStyle(name)] ?? "";
    if (/^,*$/.test(own)) throw new ArgumentError(name, own);
    return own;
  });
  if (/^\.{1,2}$/.test(text)) throw new ArgumentError(segment, text);
  return text;
}

/** As every fetch has it (WHATWG URL §4.4, "query state"). */
function queryOf(query: readonly string[]): string {
  return query.length === 0 ? "" : `?${query.join("&").replaceAll("'", "%27")}`;
}
