import { isObject, type Json, member } from "../../json.ts";
import { decodeLiteral } from "../../model/decode-literal.ts";
import { headerNamed } from "./checks/headers-named.ts";
import { exactJson, exactJsonOf } from "./exact-json.ts";
import type { WireResponse } from "./exchange.ts";

/** What a path calls the thing that an answer says was made, where the path's parameter has this name; none, or one. */
export function idOf({ headers, body }: WireResponse, name: string): Json[] {
  const fromBody = idIn(thingIn(jsonOf(body)), name);
  if (fromBody !== undefined) return [fromBody];
  const last = headerNamed(headers, "location")?.split(/[?#]/, 1)[0]?.split("/").at(-1);
  return last === undefined || last === "" ? [] : [decodeLiteral(last)];
}

/** What a path calls the things that an answer lists. */
export function idsOf({ body }: WireResponse, name: string): Json[] {
  return rowsOf(jsonOf(body)).map((row) => idIn(row, name)).filter((id) => id !== undefined);
}

/** Many put a thing into an object that has nothing else, `{ "data": { … } }`. */
function thingIn(value: Json | undefined): Json | undefined {
  const inner = isObject(value) ? Object.values(value) : [];
  return inner.length === 1 && isObject(inner[0]) ? inner[0] : value;
}

function rowsOf(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value).find((each) => Array.isArray(each)) ?? [] : [];
}

function jsonOf(body: Uint8Array): Json | undefined {
  // Where some of it is not UTF-8, the rest tells all the same.
  return body.length > 1_000_000 ? undefined : exactJsonOf(body) ?? exactJson(new TextDecoder().decode(body));
}

/** What a path calls an object: its member of the parameter's name, or its `id`. */
function idIn(value: Json | undefined, name: string): Json | undefined {
  if (!isObject(value)) return undefined;
  const id = member(value, name) ?? member(value, "id");
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}
