import { isObject, member, parseJson, setMember, type Json, type JsonObject } from "../../json.ts";
import { inside, noteMove, type Conversion } from "./conversion.ts";
import { styleOf, valueSchema } from "./convert-parameter.ts";
import { convertSchema } from "./convert-schema.ts";
import { extensionsOf } from "./extensions.ts";

/** A parameter in the body or of a form, and where it was written. */
export type Payload = { parameter: JsonObject; from: string };

/** The request body that parameters in `body` or `formData` stand for; `consumes` are the media types that hold here. */
export function convertRequestBody(conversion: Conversion, payloads: readonly Payload[], { to, consumes }: Target): Json {
  const body = payloads.find(({ parameter }) => parameter["in"] === "body");
  for (const payload of payloads) {
    if (body === undefined || payload === body) continue;
    const message = "An operation has one parameter in the body, and no form beside it. This one is left out.";
    conversion.notes.push({ code: "not-converted", message, pointer: payload.from });
  }
  return body ? bodyOf(conversion, body, { to, consumes }) : formOf(conversion, payloads, { to, consumes });
}

/** Where the request body goes, and the media types that hold there. */
type Target = { to: string; consumes: readonly string[] };

function bodyOf(conversion: Conversion, { parameter, from }: Payload, { to, consumes }: Target): JsonObject {
  noteMove(conversion, { from, to });
  const { description, required, schema } = parameter;
  const content: JsonObject = {};
  for (const mediaType of consumes.length > 0 ? consumes : ["application/json"]) {
    const place = inside({ from: "", to: `${to}/content` }, mediaType).to;
    noteMove(conversion, { from: `${from}/schema`, to: `${place}/schema` });
    const example = exampleOf(parameter, from, mediaType);
    if (example !== undefined) noteMove(conversion, { from: example.from, to: `${place}/example` });
    setMember(content, mediaType, {
      ...(schema !== undefined && { schema: convertSchema(conversion, schema, `${from}/schema`) }),
      ...(example !== undefined && { example: structuredClone(example.value) }),
    });
  }
  return {
    ...(description !== undefined && { description }),
    content,
    ...(required !== undefined && { required }),
    ...extensionsOf(parameter, ["x-example", "x-examples"]),
  };
}

/** What Swagger 2.0 has no field for, and many documents write all the same: a value, or the text of a whole body. */
function exampleOf(parameter: JsonObject, from: string, mediaType: string): { value: Json; from: string } | undefined {
  const examples = member(parameter, "x-examples");
  const ofMediaType = isObject(examples) ? member(examples, mediaType) : undefined;
  const place = ofMediaType === undefined ? `${from}/x-example` : inside({ from: `${from}/x-examples`, to: "" }, mediaType).from;
  const value = ofMediaType ?? member(parameter, "x-example");
  if (value === undefined) return undefined;
  const isText = typeof value === "string" && /^\s*[{[]/.test(value);
  return { value: isText ? parseJson(value) ?? value : value, from: place };
}

function formOf(conversion: Conversion, payloads: readonly Payload[], { to, consumes }: Target): JsonObject {
  const content: JsonObject = {};
  const [first] = payloads;
  if (first) noteMove(conversion, { from: first.from.slice(0, first.from.lastIndexOf("/")), to });
  for (const mediaType of formMediaTypes(payloads, consumes)) {
    const place = inside({ from: "", to: `${to}/content` }, mediaType).to;
    setMember(content, mediaType, { schema: formSchema(conversion, payloads, `${place}/schema`), ...encodingOf(conversion, payloads) });
  }
  const required = payloads.some(({ parameter }) => parameter["required"] === true);
  return { content, ...(required && { required }) };
}

/** Those of the operation's media types that are forms; without one, what a form is sent as (Swagger 2.0, "Parameter Object"). */
function formMediaTypes(payloads: readonly Payload[], consumes: readonly string[]): readonly string[] {
  const hasFile = payloads.some(({ parameter }) => parameter["type"] === "file");
  const forms = consumes.filter((mediaType) => /^(multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType));
  // Only multipart can carry a file.
  const able = hasFile ? forms.filter((mediaType) => /^multipart\//i.test(mediaType)) : forms;
  return able.length > 0 ? able : [hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"];
}

function formSchema(conversion: Conversion, payloads: readonly Payload[], to: string): JsonObject {
  const properties: JsonObject = {};
  const required: Json[] = [];
  for (const { parameter, from } of payloads) {
    const name = parameter["name"];
    if (typeof name !== "string") continue;
    noteMove(conversion, { from, to: inside({ from: "", to: `${to}/properties` }, name).to });
    setMember(properties, name, formProperty(conversion, parameter, from));
    if (parameter["required"] === true && !required.includes(name)) required.push(name);
  }
  return { type: "object", properties, ...(required.length > 0 && { required }) };
}

function formProperty(conversion: Conversion, parameter: JsonObject, from: string): Json {
  const { description } = parameter;
  const schema = convertSchema(conversion, valueSchema(parameter), from);
  const example = member(parameter, "x-example") ?? member(parameter, "example");
  return {
    ...(isObject(schema) && schema),
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example: structuredClone(example) }),
    ...extensionsOf(parameter, ["x-example", "x-nullable"]),
  };
}

function encodingOf(conversion: Conversion, payloads: readonly Payload[]): { encoding?: JsonObject } {
  const encoding: JsonObject = {};
  for (const { parameter, from } of payloads) {
    const name = parameter["name"];
    if (parameter["type"] === "array" && typeof name === "string") setMember(encoding, name, styleOf(conversion, parameter, from));
  }
  return Object.keys(encoding).length > 0 ? { encoding } : {};
}
