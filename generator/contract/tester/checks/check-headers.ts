import type { Header } from "../../../model/api.ts";
import { contentContract } from "../../../model/content-contract.ts";
import { shapeOf } from "../../../model/shape.ts";
import type { Check, ParameterContract } from "../../../runtime/server/contract.ts";
import { headerReader } from "../../../runtime/server/read-header.ts";
import type { Gathered } from "../../../runtime/server/settle.ts";
import type { Found } from "../found.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedExchange } from "./checked-exchange.ts";
import { headersNamed } from "./headers-named.ts";

/** Whether the documented headers of an answer are there, where they are required, and what their schemas say, read back from style simple. */
export function checkHeaders({ tested, response, documented, brokenHeaders }: CheckedExchange, tools: CheckTools): Found[] {
  return documented.headers.filter(({ name }) => name.toLowerCase() !== "content-type" && !brokenHeaders.has(name.toLowerCase())).flatMap((header) => {
    const lines = headersNamed(response.headers, header.name);
    const found = (code: Found["code"], message: string, because: string, key: string): Found => ({
      code, severity: "error", operation: tested.name, message: `${documented.status}: ${message}`, because, at: tools.at(header.at), key: `${header.at} ${key}`,
    });
    if (lines.length === 0) return header.required ? [found("missing-response-header", `there is no header ${header.name}`, "The document says that it is required", "required")] : [];
    const wrong = violationsOf(header, lines, tools);
    return wrong.map(({ keyword, message }) => found("invalid-response-header", `the header ${header.name} ${message}, not ${shown(lines)}`, `The document's schema says so: ${keyword}`, keyword)).slice(0, 1);
  });
}

/** A Set-Cookie is a line of its own, whatever else there is (RFC 6265 §3): one of them must be the documented one. */
function violationsOf(header: Header, lines: readonly string[], tools: CheckTools): Gathered["violations"] {
  const read = readerOf(header, tools);
  const name = header.name.toLowerCase();
  const judged = (raw: readonly string[] | string): Gathered["violations"] => {
    const gathered: Gathered = { values: {}, violations: [] };
    read(gathered, { [name]: raw });
    return gathered.violations;
  };
  if (name !== "set-cookie") return judged(lines.length === 1 || lists.has(name) ? lines.join(", ") : lines);
  const each = lines.map(judged);
  return each.some((violations) => violations.length === 0) ? [] : (each[0] ?? []);
}

/** Headers that HTTP has as lists, whatever their schema is: several lines are one (RFC 9110 §5.3). */
const lists: ReadonlySet<string> = new Set([
  "www-authenticate", "proxy-authenticate", "authentication-info", "allow", "vary", "link", "via", "cache-control", "pragma", "warning", "accept", "accept-encoding", "accept-language",
  "accept-patch", "accept-post", "accept-ranges", "connection", "content-encoding", "content-language", "preference-applied", "server-timing", "trailer", "transfer-encoding", "upgrade",
  "access-control-allow-headers", "access-control-allow-methods", "access-control-expose-headers", "content-security-policy",
]);

const readers = new WeakMap<Header, ReturnType<typeof headerReader>>();

function readerOf(header: Header, tools: CheckTools): ReturnType<typeof headerReader> {
  const reader = readers.get(header) ?? headerReader(contractOf(header, tools));
  readers.set(header, reader);
  return reader;
}

function contractOf({ name, explode, schema, content }: Header, { schemas, judge }: CheckTools): ParameterContract<Check> {
  const judged = content === undefined ? schema : content.schema;
  const check: Check | undefined = judged && {
    is: (value) => judge(judged, value).length === 0,
    violations: (value) => [...judge(judged, value)],
  };
  return {
    name,
    in: "header",
    style: "simple",
    explode,
    ...(content !== undefined && { content: { mediaType: content.name, kind: contentContract(content, schemas).kind } }),
    shape: content === undefined ? shapeOf(schema, schemas) : {},
    ...(check !== undefined && { check }),
  };
}

function shown(lines: readonly string[]): string {
  const text = JSON.stringify(lines.join(", "));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
