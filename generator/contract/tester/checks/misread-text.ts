import { type JsonObject, member } from "../../../json.ts";
import type { Parameter } from "../../../model/api.ts";
import { decodeLiteral } from "../../../model/decode-literal.ts";
import type { Schema } from "../../../model/schema.ts";
import type { RequestValues } from "../case.ts";
import { membersNamed, partsOf } from "../phases/stateful/schema-members.ts";
import type { CheckTools } from "./check-tools.ts";

/** A text that was asked for, and what the answer has of it. */
export type Misread = { readonly asked: string; readonly given: string; readonly because: string };

/**
 * A text of a path or a query that the answer has otherwise in a member of the same name: one of a list of values that both have, or what
 * comes of decoding twice, not at all, or too far. Else, a server may write it in its own way.
 */
export function misreadText({ parameter, values, told, schema, tools }: { parameter: Parameter; values: RequestValues; told: JsonObject; schema: Schema | undefined; tools: CheckTools }): Misread | undefined {
  const { in: location, name } = parameter;
  const asked = location === "path" ? values.path.get(name) : location === "query" ? values.query.get(name) : undefined;
  const given = member(told, name);
  if (typeof asked !== "string" || typeof given !== "string" || asked === given) return undefined;
  if (misreadings(asked).includes(given)) return { asked, given, because: "That is what comes of decoding a text twice, not at all, or only to its first mark (RFC 3986 §2.4)" };
  const [wanted, told_] = [partsOf(tools.schemas, parameter.schema), membersNamed(tools.schemas, schema, name).flatMap((each) => partsOf(tools.schemas, each))].map(valuesOf);
  const isListed = wanted !== undefined && wanted.length > 1 && wanted.join("\n") === told_?.join("\n") && wanted.includes(given);
  return isListed && parameter.required === true ? { asked, given, because: "The document has the same list of values in the request and in the answer" } : undefined;
}

function valuesOf(parts: readonly Schema[]): string[] {
  return parts.flatMap((schema) => schema.enum ?? []).filter((value) => typeof value === "string").sort();
}

function misreadings(text: string): string[] {
  const cut = text.split(/[&#;]/, 1).join("");
  return [text.replaceAll("+", " "), decodeLiteral(text), decodeLiteral(text.replaceAll("+", " ")), encodeURIComponent(text), encodeURIComponent(text).replaceAll("%20", "+"), cut].filter((each) => each !== text && each !== "");
}
