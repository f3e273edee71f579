import { isByte, isBase64url } from "./format/base64.js";
import { isDate, isDateTime, isTime } from "./format/date-time.js";
import { isDuration } from "./format/duration.js";
import { isEmail, isIdnEmail } from "./format/email.js";
import { isHostname, isIdnHostname } from "./format/hostname.js";
import { isIpv4, isIpv6 } from "./format/ip.js";
import { isJsonPointer, isRelativeJsonPointer } from "./format/json-pointer.js";
import { isDouble, isFloat, isInt32, isInt64 } from "./format/number.js";
import { isRegex } from "./format/regex.js";
import { isIri, isIriReference, isUri, isUriReference } from "./format/uri.js";
import { isUriTemplate } from "./format/uri-template.js";
import { isUuid } from "./format/uuid.js";
import { isNumber } from "./numbers.js";

/**
 * `format` (JSON Schema Validation §7.3, OAS format registry): whether a value is of it. A format says something about texts or about
 * numbers and nothing about other values; one that is not known says nothing at all.
 */
export function isFormat(name: string, value: unknown): boolean {
  if (typeof value === "string") return texts.get(name)?.(value) ?? true;
  return !isNumber(value) || (numbers.get(name)?.(value) ?? true);
}

const texts: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ["date-time", isDateTime],
  ["date", isDate],
  ["time", isTime],
  ["duration", isDuration],
  ["email", isEmail],
  ["idn-email", isIdnEmail],
  ["hostname", isHostname],
  ["idn-hostname", isIdnHostname],
  ["ipv4", isIpv4],
  ["ipv6", isIpv6],
  ["uri", isUri],
  ["uri-reference", isUriReference],
  ["iri", isIri],
  ["iri-reference", isIriReference],
  ["uri-template", isUriTemplate],
  ["uuid", isUuid],
  ["json-pointer", isJsonPointer],
  ["relative-json-pointer", isRelativeJsonPointer],
  ["regex", isRegex],
  ["byte", isByte],
  ["base64url", isBase64url],
]);

const numbers: ReadonlyMap<string, (value: number | bigint) => boolean> = new Map([
  ["int32", isInt32],
  ["int64", isInt64],
  ["float", isFloat],
  ["double", isDouble],
]);
