import { isObject, type Json } from "../../json.ts";
import type { RequestValues } from "./case.ts";
import type { WireRequest } from "./exchange.ts";
import type { TestedOperation } from "./phase.ts";

/**
 * Whether correct servers may take a request in more than one way, so that nothing can be concluded from what they do:
 *
 * - a text that is empty, which without `allowEmptyValue` may count for nothing (OAS "Parameter Object");
 * - a number with an exponent as a text: no style says how numbers are written;
 * - what is nested in style deepObject, of which OAS says nothing;
 * - members of an exploded object that the document does not list: to who looks at the names of a query they are nobody's;
 * - more than every server must take: 8,000 octets of a request line (RFC 9110 §4.1), and of headers and bodies what most do.
 */
export function isAmbiguous(values: RequestValues, request: WireRequest, { contract }: TestedOperation): boolean {
  const texts = [...values.query.values(), ...values.headers.values(), ...values.cookies.values()];
  if ([...texts, ...values.path.values()].some(hasExponent) || texts.some(hasEmptyText)) return true;
  const deep = contract.parameters.filter(({ style }) => style === "deepObject");
  return deep.some(({ name }) => isNested(values.query.get(name))) || contract.parameters.some((parameter) => hasStrangers(parameter, values)) || isLong(request);
}

function hasExponent(value: Json): boolean {
  if (typeof value === "number") return String(value).includes("e");
  return membersOf(value).some(hasExponent);
}

function hasEmptyText(value: Json): boolean {
  return value === "" || membersOf(value).some(hasEmptyText);
}

function isNested(value: Json | undefined): boolean {
  return value !== undefined && membersOf(value).some((member) => typeof member === "object" && member !== null);
}

/** Who lists nothing, or says what others are, has room for them. */
function hasStrangers({ in: location, name, style, explode, shape: { properties, additional } }: Parameter, { query }: RequestValues): boolean {
  const value = location === "query" && style === "form" && explode ? query.get(name) : undefined;
  if (!isObject(value) || properties === undefined || additional !== undefined) return false;
  const listed = Object.keys(properties);
  return listed.length > 0 && Object.keys(value).some((member) => !listed.includes(member));
}

type Parameter = TestedOperation["contract"]["parameters"][number];

function membersOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
}

function isLong({ target, headers, body }: WireRequest): boolean {
  const head = headers.reduce((sum, [name, text]) => sum + name.length + text.length + 4, 0);
  return target.length > 7_000 || head > 7_000 || (body?.length ?? 0) > 64 * 1024;
}
