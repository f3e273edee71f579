import type { WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import type { Subject } from "./check-no-body.ts";
import { headersNamed } from "./headers-named.ts";
import { isToken } from "./is-token.ts";

/** Whether the headers of an answer are written as their standards say: a client reads them so, or not at all. */
export function checkHeaderSyntax({ headers }: WireResponse, subject: Subject): Found[] {
  const found = (name: string, message: string, because: string): Found => ({
    ...subject, code: "protocol-violation", severity: "error", message, because, key: `header ${name.toLowerCase()}`,
  });
  const ofLines = headers.filter(([name, value]) => !isToken(name) || /[\0-\x08\x0a-\x1f\x7f]/.test(value))
    .map(([name]) => found(name, `The header ${JSON.stringify(name)} has characters that no header may have`, "RFC 9110 §5.1, §5.5"));
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const ofValues = rules.filter(({ key }) => names.has(key)).flatMap(({ name, syntax, single, because }) => {
    const lines = headersNamed(headers, name);
    if (single && new Set(lines).size > 1) return [found(name, `The header ${name} is there ${lines.length} times`, `${because}: there is one`)];
    // Blanks are as many as one likes: a pattern that tries all ways to divide them would take its time.
    const wrong = lines.find((line) => !syntax.test(line.replace(/[ \t]+/g, " ")));
    return wrong === undefined ? [] : [found(name, `The header ${name} is not written as its standard says: ${JSON.stringify(wrong.slice(0, 80))}`, because)];
  });
  return [...new Map([...ofLines, ...ofValues].map((each) => [each.key, each])).values()];
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const quoted = '"(?:[^"\\\\]|\\\\.)*"';
const date = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d\\d:\\d\\d:\\d\\d GMT";
const seconds = '\\d+|"\\d+"';
const timed = "max-age|s-maxage|stale-while-revalidate|stale-if-error";
const list = (item: string) => new RegExp(`^(?:${item}[ \\t]*(?:,[ \\t]*(?:${item}[ \\t]*)?)*)?$`);

type Rule = { readonly name: string; readonly syntax: RegExp; readonly single: boolean; readonly because: string };

/** Headers whose grammar decides what a client does. */
const standards: readonly Rule[] = [
  { name: "Content-Type", syntax: new RegExp(`^${token}/${token}[ \\t]*(?:;[ \\t]*(?:${token}=(?:${token}|${quoted})[ \\t]*)?)*$`), single: true, because: "RFC 9110 §8.3.1" },
  { name: "Date", syntax: new RegExp(`^${date}$`), single: true, because: "RFC 9110 §5.6.7, §6.6.1" },
  { name: "Last-Modified", syntax: new RegExp(`^${date}$`), single: true, because: "RFC 9110 §5.6.7, §8.8.2" },
  { name: "ETag", syntax: /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/, single: true, because: "RFC 9110 §8.8.3: an entity tag is quoted" },
  { name: "Sunset", syntax: new RegExp(`^${date}$`), single: true, because: "RFC 8594 §3, RFC 9110 §5.6.7" },
  { name: "Set-Cookie", syntax: new RegExp(`^${token}=`), single: false, because: "RFC 6265 §4.1.1: a cookie has a name" },
  { name: "Age", syntax: /^\d+$/, single: true, because: "RFC 9111 §5.1" },
  { name: "Cache-Control", syntax: list(`(?:(?:${timed})=(?:${seconds})|(?!(?:${timed})[=, \\t]|(?:${timed})$)${token}(?:=(?:${token}|${quoted}))?)`), single: false, because: "RFC 9111 §5.2, §1.2.2: an age is a number of seconds" },
  { name: "Content-Language", syntax: list("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"), single: false, because: "RFC 9110 §8.5" },
  { name: "Link", syntax: list(`<[^<>]*>(?:[ \\t]*;[ \\t]*(?:${token}(?:[ \\t]*=[ \\t]*(?:${token}|${quoted}))?)?)*`), single: false, because: "RFC 8288 §3" },
  { name: "Retry-After", syntax: new RegExp(`^(?:\\d+|${date})$`), single: true, because: "RFC 9110 §10.2.3" },
  { name: "Location", syntax: /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-fA-F]{2})+$/, single: true, because: "RFC 9110 §10.2.2, RFC 3986 §4.1: it is a URI reference" },
  { name: "Allow", syntax: list(token), single: false, because: "RFC 9110 §10.2.1" },
  { name: "Vary", syntax: list(token), single: false, because: "RFC 9110 §12.5.5" },
  { name: "Content-Encoding", syntax: list(token), single: false, because: "RFC 9110 §8.4" },
  { name: "WWW-Authenticate", syntax: new RegExp(`^${token}(?:[ \\t]|$)`), single: false, because: "RFC 9110 §11.6.1: a challenge begins with the name of its scheme" },
];

const rules = standards.map((rule) => ({ ...rule, key: rule.name.toLowerCase() }));
