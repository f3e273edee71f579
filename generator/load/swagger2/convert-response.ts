import { isObject, member, setMember, type Json, type JsonObject } from "../../json.ts";
import { inside, noteMove, type Conversion, type Move } from "./conversion.ts";
import { convertHeader, convertReference } from "./convert-parameter.ts";
import { convertSchema } from "./convert-schema.ts";
import { copyOf } from "./extensions.ts";

/** A response as one of OpenAPI 3.0; `produces` are the media types that hold here. */
export function convertResponse(conversion: Conversion, response: Json, { move, produces }: Answer): Json {
  if (!isObject(response)) return structuredClone(response);
  noteMove(conversion, move);
  if (typeof response["$ref"] === "string") return convertReference(conversion, response);
  const headers = convertHeaders(conversion, member(response, "headers"), inside(move, "headers"));
  const content = contentOf(conversion, response, { move, produces });
  return {
    ...copyOf(response, (key) => !otherwiseSaid.has(key)),
    ...(headers !== undefined && { headers }),
    ...(content !== undefined && { content }),
  };
}

/** Where a response stands, and the media types that hold there. */
type Answer = { move: Move; produces: readonly string[] };

const otherwiseSaid: ReadonlySet<string> = new Set(["headers", "schema", "examples"]);

function convertHeaders(conversion: Conversion, headers: Json | undefined, move: Move): Json | undefined {
  if (!isObject(headers)) return headers;
  const converted: JsonObject = {};
  for (const [name, header] of Object.entries(headers)) {
    setMember(converted, name, convertHeader(conversion, header, inside(move, name)));
  }
  return converted;
}

/** The schema once for each media type, with that media type's example. */
function contentOf(conversion: Conversion, response: JsonObject, { move, produces }: Answer): JsonObject | undefined {
  const { schema } = response;
  const examples = member(response, "examples");
  const exampleOf = isObject(examples) ? examples : {};
  const content: JsonObject = {};
  for (const mediaType of mediaTypesOf(schema, exampleOf, produces)) {
    const to = inside({ from: "", to: `${move.to}/content` }, mediaType).to;
    const like = Object.hasOwn(exampleOf, mediaType) ? mediaType : Object.keys(exampleOf).find((key) => essence(key) === essence(mediaType));
    const example = like === undefined ? undefined : exampleOf[like];
    if (like !== undefined) noteMove(conversion, { from: inside({ from: `${move.from}/examples`, to: "" }, like).from, to: `${to}/example` });
    if (schema !== undefined) noteMove(conversion, { from: `${move.from}/schema`, to: `${to}/schema` });
    setMember(content, mediaType, {
      ...(schema !== undefined && { schema: convertSchema(conversion, schema, `${move.from}/schema`) }),
      ...(example !== undefined && { example: structuredClone(example) }),
    });
  }
  return Object.keys(content).length > 0 ? content : undefined;
}

function mediaTypesOf(schema: Json | undefined, examples: JsonObject, produces: readonly string[]): string[] {
  const produced = new Set(produces.map(essence));
  const shown = new Set(Object.keys(examples).map(essence));
  const declared = schema !== undefined ? produces : produces.filter((mediaType) => shown.has(essence(mediaType)));
  const found = [...declared, ...Object.keys(examples).filter((key) => key.includes("/") && !produced.has(essence(key)))];
  // An example shows a media type; without one and without `produces`, most APIs mean JSON.
  if (found.length > 0 || schema === undefined) return found;
  return [isObject(schema) && schema["type"] === "file" ? "application/octet-stream" : "application/json"];
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
