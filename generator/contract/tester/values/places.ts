import type { Json } from "../../../json.ts";
import type { Example } from "../../../model/api.ts";
import type { Schema } from "../../../model/schema.ts";
import type { ContentKind } from "../../../runtime/server/contract.ts";
import type { BrokenRule, RequestValues, Values } from "../case.ts";
import type { TestedOperation } from "../phase.ts";
import { describesMessage } from "./describes-message.ts";

/** Where a request of an operation has a value: a parameter, or a body of one media type. */
export type Place = {
  readonly in: BrokenRule["in"];
  /** Of a body, its media type. */
  readonly name: string;
  readonly required: boolean;
  /** What its values must be; a text where nothing is said. */
  readonly schema: Schema;
  /** Where the document describes it. */
  readonly at: string;
  readonly examples: readonly Example[];
};

/** The places of an operation's requests: its parameters in their order, but those that say what a message is, and a body of each media type. */
export function placesOf({ operation, contract }: Pick<TestedOperation, "operation" | "contract">): Place[] {
  const parameters = contract.parameters.flatMap(({ name, in: location, required = false, check, content }): Place[] => {
    const described = operation.parameters.find((parameter) => parameter.name === name && parameter.in === location);
    if (described === undefined || (location === "header" && describesMessage(name))) return [];
    const examples = [...described.examples, ...(described.content?.examples ?? [])];
    return [{ in: location === "querystring" ? "query" : location, name, required: required || location === "path", schema: check ?? content?.check ?? textAt(described.at), at: described.at, examples }];
  });
  const bodies = (contract.body?.content ?? []).map(({ mediaType, kind, check }): Place => {
    const described = operation.requestBody?.content.find(({ name }) => name === mediaType);
    const at = described?.at ?? operation.at;
    return { in: "body", name: mediaType, required: contract.body?.required === true, schema: bodySchema(kind, check, at), at, examples: described?.examples ?? [] };
  });
  return [...parameters, ...bodies];
}

/** The check of lines is one of their items; where nothing is said, a body is the plainest of its kind. */
function bodySchema(kind: ContentKind, check: Schema | undefined, at: string): Schema {
  if (kind === "lines") return { at, types: ["array"], items: check ?? { at, boolean: true } };
  if (check !== undefined) return check;
  return kind === "json" || kind === "urlencoded" || kind === "multipart" ? { at, types: ["object"] } : textAt(at);
}

function textAt(at: string): Schema {
  return { at, types: ["string"] };
}

/** The same request with another value in a place, or with none. */
export function withValue(values: RequestValues, place: Pick<Place, "in" | "name">, value: Json | undefined): RequestValues {
  if (place.in === "body") {
    const { body: _body, ...rest } = values;
    return value === undefined ? rest : { ...rest, body: { mediaType: place.name, value } };
  }
  const member = membersOf[place.in];
  return { ...values, [member]: changed(values[member], place.name, value) };
}

/** The value that a request has in a place. */
export function valueAt(values: RequestValues, place: Pick<Place, "in" | "name">): Json | undefined {
  if (place.in === "body") return values.body?.mediaType === place.name ? values.body.value : undefined;
  return values[membersOf[place.in]].get(place.name);
}

const membersOf = { path: "path", query: "query", header: "headers", cookie: "cookies" } as const;

function changed(values: Values, name: string, value: Json | undefined): Values {
  const copy = new Map(values);
  if (value === undefined) copy.delete(name);
  else copy.set(name, value);
  return copy;
}

/** A request that says nothing. */
export const nothingSaid: RequestValues = { path: new Map(), query: new Map(), headers: new Map(), cookies: new Map() };
