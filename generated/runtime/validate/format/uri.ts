import { isIpv6 } from "./ip.js";

/** RFC 3986 §3 `URI`: with a scheme. */
export function isUri(text: string): boolean {
  return scheme.test(text) && isUriReference(text);
}

/** RFC 3986 §4.1 `URI-reference`. */
export function isUriReference(text: string): boolean {
  return isReference(text, { part: "", inQuery: "" });
}

/** RFC 3987 §2.2 `IRI`: with a scheme. */
export function isIri(text: string): boolean {
  return scheme.test(text) && isIriReference(text);
}

/** RFC 3987 §2.2 `IRI-reference`. */
export function isIriReference(text: string): boolean {
  return isReference(text, { part: ucschar, inQuery: ucschar + iprivate });
}

/** Characters beyond ASCII that may stand in any part, and in a query, as the inside of a character class. */
type Beyond = { part: string; inQuery: string };

const scheme = /^[a-z][a-z\d+.-]*:/i;
const ucschar = "\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}" + planes(1, 13) + "\\u{e1000}-\\u{efffd}";
const iprivate = "\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}";

/** `[unreserved / sub-delims / "%" and what a part has more]`: a search for what is not among them takes linear time and no stack. */
const forbidden = new Map(["", ucschar, ucschar + iprivate].flatMap((beyond) =>
  ["", ":", ":@/", ":@/?"].map((more) => [more + beyond, new RegExp(`[^\\w.~!$&'()*+,;=%${more.replace("/", "\\/")}${beyond}-]`, "u")])));

function isReference(text: string, beyond: Beyond): boolean {
  const [withoutFragment, fragment = ""] = cut(text, "#");
  const [hierarchy, query = ""] = cut(withoutFragment, "?");
  const prefix = scheme.exec(hierarchy)?.[0] ?? "";
  const rest = hierarchy.slice(prefix.length);
  const slash = rest.startsWith("//") ? rest.indexOf("/", 2) : 0;
  const authority = slash === 0 ? undefined : rest.slice(2, slash < 0 ? undefined : slash);
  const path = slash < 0 ? "" : rest.slice(slash);
  // What looks like a scheme and is none (§4.2).
  if (prefix === "" && authority === undefined && (cut(path, "/")[0]).includes(":")) return false;
  return !/%(?![\da-f]{2})/i.test(text) && (authority === undefined || isAuthority(authority, beyond.part))
    && isFreeOf(path, ":@/", beyond.part) && isFreeOf(query, ":@/?", beyond.inQuery) && isFreeOf(fragment, ":@/?", beyond.part);
}

function isAuthority(authority: string, beyond: string): boolean {
  const at = authority.indexOf("@");
  const address = authority.slice(at + 1);
  if (!isFreeOf(authority.slice(0, Math.max(at, 0)), ":", beyond)) return false;
  if (address.startsWith("[")) {
    const end = address.indexOf("]");
    return end > 0 && isLiteral(address.slice(1, end)) && /^(?::\d*)?$/.test(address.slice(end + 1));
  }
  const [host, port = ""] = cut(address, ":");
  return isFreeOf(host, "", beyond) && /^\d*$/.test(port);
}

/** RFC 3986 §3.2.2 `IP-literal`, without its brackets. */
function isLiteral(text: string): boolean {
  return isIpv6(text) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(text);
}

function isFreeOf(part: string, more: string, beyond: string): boolean {
  return !forbidden.get(more + beyond)?.test(part);
}

function cut(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

/** `\u{10000}-\u{1fffd}` and so on: a plane without its last two places. */
function planes(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const plane = (first + index).toString(16);
    return `\\u{${plane}0000}-\\u{${plane}fffd}`;
  }).join("");
}
