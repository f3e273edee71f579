import { inspect, isDeepStrictEqual } from "node:util";
import { argumentsOf } from "../../../generator/emit/call/arguments.ts";
import type { Operation } from "../../../generator/model/api.ts";
import type { HandlerRequest } from "../../../generator/runtime/server/handler.ts";
import { asData } from "./as-data.ts";

/** Where what a handler gets is not what was given to the client. */
export async function differences(operation: Operation, args: { readonly [argument: string]: unknown }, { path, query, headers, cookies, body, contentType }: HandlerRequest): Promise<string[]> {
  const places: Record<string, { readonly [name: string]: unknown }> = { path, query, header: headers, cookie: cookies, querystring: query };
  const found: string[] = [];
  for (const { key, parameter: { in: location, name } } of argumentsOf(operation)) {
    if (location === "querystring") continue;
    const got = await asData(places[location]?.[location === "header" ? name.toLowerCase() : name]);
    const given = await asData(args[key]);
    // One text and a list of it are the same on the wire.
    if (!isDeepStrictEqual(got, given) && !(Array.isArray(got) && got.length === 1 && isDeepStrictEqual(got[0], given))) {
      found.push(`the handler gets ${inspect(got)} for ${location} ${name}, and the client was given ${inspect(given)}`);
    }
  }
  const [got, given]: unknown[] = [await asData(body), withoutEmptyLists(await asData(args["body"]), contentType)];
  if (!isDeepStrictEqual(got, given)) found.push(`the handler gets the body ${inspect(got)}, and the client was given ${inspect(given)}`);
  return found;
}

/** In a form, a list without items is nothing at all. */
function withoutEmptyLists(body: unknown, contentType = ""): unknown {
  if (!/form/.test(contentType) || typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}
