import { Buffer } from "node:buffer";
import { isObject, type Json, type JsonObject, parseJson, setMember } from "../../../generator/json.ts";
import type { Call } from "./call.ts";
import { partsIn } from "./parts.ts";
import { Refusal } from "./refusal.ts";
import { resolved, wrongIn } from "./shape.ts";
import { pairsIn, typed } from "./texts.ts";

/** The body as JSON that is as the document says. `otherwise` is the status for another media type. */
export function jsonIn(call: Call, otherwise = 400): Json {
  const value = parseJson(textOf(call, "application/json", otherwise));
  if (value === undefined) throw new Refusal(400, "That is no JSON");
  return judged(call, "application/json", value);
}

/** The same of what must be an object. */
export function objectIn(call: Call, otherwise = 400): JsonObject {
  const value = jsonIn(call, otherwise);
  if (!isObject(value)) throw new Refusal(422, "It is no object");
  return value;
}

/** A form, in which members of objects are in brackets and lists are there several times. */
export function formIn(call: Call): JsonObject {
  const properties = propertiesOf(call, "application/x-www-form-urlencoded");
  const form: JsonObject = {};
  for (const [name, text] of pairsIn(textOf(call, "application/x-www-form-urlencoded", 415))) {
    const [, outer = name, inner] = /^([^[]*)\[([^\]]*)\]$/.exec(name) ?? [];
    const type = resolved(call.document, properties[outer])["type"];
    const known = Object.hasOwn(form, outer) ? form[outer] : undefined;
    if (inner !== undefined && type === "object") {
      const object = isObject(known) ? known : {};
      setMember(object, inner, text);
      setMember(form, outer, object);
    } else if (inner === undefined) setMember(form, outer, type === "array" ? [...(Array.isArray(known) ? known : []), text] : typed(text, type));
  }
  judged(call, "application/x-www-form-urlencoded", form);
  return form;
}

/** A form of parts: its members, and the bytes of its file. */
export function uploadIn(call: Call): { readonly form: JsonObject; readonly file: Buffer } {
  expectType(call, "multipart/form-data", 415);
  const properties = propertiesOf(call, "multipart/form-data");
  const form: JsonObject = {};
  let file: Buffer = Buffer.alloc(0);
  for (const { name, bytes } of partsIn(call.asked)) {
    const rules = resolved(call.document, properties[name]);
    const text = bytes.toString("utf8");
    const known = form[name];
    if (rules["format"] === "binary") file = bytes;
    if (rules["type"] === "object" && parseJson(text) === undefined) throw new Refusal(422, `${name} is no JSON`);
    setMember(form, name, rules["format"] === "binary" ? "" : rules["type"] === "object" ? parseJson(text) ?? null : rules["type"] === "array" ? [...(Array.isArray(known) ? known : []), text] : typed(text, rules["type"]));
  }
  judged(call, "multipart/form-data", form);
  return { form, file };
}

function textOf(call: Call, mediaType: string, otherwise: number): string {
  expectType(call, mediaType, otherwise);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(call.asked.body);
  } catch {
    throw new Refusal(400, "That is no UTF-8");
  }
}

function expectType({ asked: { headers, body } }: Call, mediaType: string, otherwise: number): void {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";").map((part) => part.trim());
  if (type === "" && body.length === 0) throw new Refusal(400, "There is no body");
  const charset = parameters.find((each) => each.startsWith("charset="))?.slice(8).replaceAll('"', "") ?? "utf-8";
  if (type !== mediaType || charset !== "utf-8" || !["", "identity"].includes(headers.get("content-encoding") ?? "")) throw new Refusal(otherwise, `It must be ${mediaType} in UTF-8`);
}

function judged(call: Call, mediaType: string, value: Json): Json {
  const wrong = wrongIn(call.document, schemaOf(call, mediaType), value);
  if (wrong !== undefined) throw new Refusal(422, wrong);
  return value;
}

function propertiesOf(call: Call, mediaType: string): JsonObject {
  const { properties } = resolved(call.document, schemaOf(call, mediaType));
  return isObject(properties) ? properties : {};
}

function schemaOf({ document, operation }: Call, mediaType: string): Json | undefined {
  const { content } = resolved(document, operation["requestBody"]);
  const media = isObject(content) ? content[mediaType] : undefined;
  return isObject(media) ? media["schema"] : undefined;
}
