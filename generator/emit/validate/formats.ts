import type { FileName } from "../../print/file-name.ts";
import { validateValue } from "./runtime-names.ts";

/** What decides whether a text is of a format; `undefined` for one that asserts nothing. */
export function textFormat(format: string): FileName | undefined {
  return texts.get(format);
}

/** What decides whether a number is of a format (OAS "Data Type Format"). */
export function numberFormat(format: string): FileName | undefined {
  return numbers.get(format);
}

const texts: ReadonlyMap<string, FileName> = new Map([
  ["date-time", validateValue("format/date-time", "isDateTime")],
  ["date", validateValue("format/date-time", "isDate")],
  ["time", validateValue("format/date-time", "isTime")],
  ["duration", validateValue("format/duration", "isDuration")],
  ["email", validateValue("format/email", "isEmail")],
  ["idn-email", validateValue("format/email", "isIdnEmail")],
  ["hostname", validateValue("format/hostname", "isHostname")],
  ["idn-hostname", validateValue("format/hostname", "isIdnHostname")],
  ["ipv4", validateValue("format/ip", "isIpv4")],
  ["ipv6", validateValue("format/ip", "isIpv6")],
  ["uri", validateValue("format/uri", "isUri")],
  ["uri-reference", validateValue("format/uri", "isUriReference")],
  ["iri", validateValue("format/uri", "isIri")],
  ["iri-reference", validateValue("format/uri", "isIriReference")],
  ["uri-template", validateValue("format/uri-template", "isUriTemplate")],
  ["uuid", validateValue("format/uuid", "isUuid")],
  ["json-pointer", validateValue("format/json-pointer", "isJsonPointer")],
  ["relative-json-pointer", validateValue("format/json-pointer", "isRelativeJsonPointer")],
  ["regex", validateValue("format/regex", "isRegex")],
  ["byte", validateValue("format/base64", "isByte")],
  ["base64url", validateValue("format/base64", "isBase64url")],
]);

const numbers: ReadonlyMap<string, FileName> = new Map([
  ["int32", validateValue("format/number", "isInt32")],
  ["int64", validateValue("format/number", "isInt64")],
  ["float", validateValue("format/number", "isFloat")],
  ["double", validateValue("format/number", "isDouble")],
]);
