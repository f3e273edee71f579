import { isObject, type Json } from "../../json.ts";
import type { RequestValues, Values } from "./case.ts";

/** In which parts a request says something else than another one, and what it says there: `{ "query limit": "50", "body/price": "0" }`. */
export function differences(values: RequestValues, from: RequestValues | undefined): ReadonlyMap<string, string> {
  const [some, others] = [partsOf(values), from === undefined ? new Map<string, string>() : knownPartsOf(from)];
  const names = [...new Set([...some.keys(), ...others.keys()])].sort();
  return new Map(names.flatMap((name) => (some.get(name) === others.get(name) ? [] : [[name, some.get(name) ?? ""]])));
}

/** The same request with one of its parts as another request has it, or without it; `undefined` where that cannot be. */
export function withPartOf(values: RequestValues, from: RequestValues, part: string): RequestValues | undefined {
  const [, location = "", name = ""] = /^(path|query|header|cookie) (.*)$/s.exec(part) ?? [];
  switch (location) {
    case "path":
      return { ...values, path: changed(values.path, from.path, name) };
    case "query":
      return { ...values, query: changed(values.query, from.query, name) };
    case "header":
      return { ...values, headers: changed(values.headers, from.headers, name) };
    case "cookie":
      return { ...values, cookies: changed(values.cookies, from.cookies, name) };
    default:
      return withBodyOf(values, from, part);
  }
}

/** What others are compared with is the same one again and again. */
function knownPartsOf(values: RequestValues): ReadonlyMap<string, string> {
  const parts = known.get(values) ?? partsOf(values);
  known.set(values, parts);
  return parts;
}

const known = new WeakMap<RequestValues, ReadonlyMap<string, string>>();

function partsOf({ path, query, headers, cookies, body }: RequestValues): Map<string, string> {
  const named = (location: string, given: Values) => [...given].map(([name, value]) => [`${location} ${name}`, JSON.stringify(value)] as const);
  const members = body === undefined ? [] : isObject(body.value) ? Object.entries(body.value).map(([name, value]) => [`body/${name}`, JSON.stringify(value)] as const) : [["body", JSON.stringify(body.value)] as const];
  const type = body === undefined ? [] : [["body type", JSON.stringify([body.mediaType, body.contentTypes ?? {}])] as const];
  return new Map([...named("path", path), ...named("query", query), ...named("header", headers), ...named("cookie", cookies), ...type, ...members]);
}

function changed(values: Values, from: Values, name: string): Values {
  const value = from.get(name);
  return new Map([...[...values].filter(([each]) => each !== name), ...(value === undefined ? [] : [[name, value] as const])]);
}

function withBodyOf(values: RequestValues, from: RequestValues, part: string): RequestValues | undefined {
  const { body, ...rest } = values;
  if (part === "body" || part === "body type") return { ...rest, ...(from.body !== undefined && { body: from.body }) };
  const name = part.slice("body/".length);
  if (body === undefined || !isObject(body.value)) return undefined;
  const members = Object.entries(body.value).filter(([each]) => each !== name);
  const other = from.body !== undefined && isObject(from.body.value) ? Object.entries(from.body.value).filter(([each]) => each === name) : [];
  return { ...values, body: { ...body, value: Object.fromEntries<Json>([...members, ...other]) } };
}
