import { isObject, type Json, type JsonObject, setMember } from "../../../generator/json.ts";
import type { Call } from "./call.ts";
import { Refusal } from "./refusal.ts";
import { resolved, wrongIn } from "./shape.ts";
import { typed } from "./texts.ts";

/** A parameter of the query as a value, its default where it is not there; what is not as the document says of it is a 400. */
export function query(call: Call, name: string): Json | undefined {
  const schema = schemaOf(call, name);
  const texts = call.asked.query.filter(([each]) => each === name).map(([, text]) => text);
  return judged(call, name, schema, valueOf(call, name, { schema, texts }));
}

/** The same, as a text. */
export function textIn(call: Call, name: string): string | undefined {
  const value = query(call, name);
  return typeof value === "string" ? value : undefined;
}

/** The same, as a number. */
export function numberIn(call: Call, name: string, otherwise: number): number {
  const value = query(call, name);
  return typeof value === "number" ? value : otherwise;
}

/** The same, as a list of texts. */
export function listIn(call: Call, name: string): readonly string[] | undefined {
  const value = query(call, name);
  return Array.isArray(value) ? value.map(String) : undefined;
}

/** An object in brackets, `created[gte]=1`. */
export function bracketsIn(call: Call, name: string): JsonObject {
  const schema = schemaOf(call, name);
  const value: JsonObject = {};
  for (const [each, text] of call.asked.query) {
    const [, of, member = ""] = /^([^[]*)\[([^\]]*)\]$/.exec(each) ?? [];
    const types = isObject(schema["properties"]) ? schema["properties"][member] : undefined;
    if (of === name) setMember(value, member, typed(text, isObject(types) ? types["type"] : undefined));
  }
  judged(call, name, schema, value);
  return value;
}

/** A header, looked at in the same way. */
export function header(call: Call, name: string): string | undefined {
  const text = call.asked.headers.get(name.toLowerCase());
  judged(call, name, schemaOf(call, name), text);
  return text;
}

/** What stands in the path, in the order of its places. */
export function inPath(call: Call, index: number, name: string): string {
  const text = call.path[index] ?? "";
  judged(call, name, schemaOf(call, name), text);
  return text;
}

function valueOf({ document }: Call, name: string, { schema, texts }: { schema: JsonObject; texts: readonly string[] }): Json | undefined {
  const last = texts.at(-1);
  if (last === undefined) return schema["default"];
  if (schema["type"] !== "array") return typed(last, schema["type"]);
  const items = resolved(document, schema["items"]);
  return (name.endsWith("[]") ? texts : last.split(",")).map((text) => typed(text, items["type"]));
}

function judged(call: Call, name: string, schema: JsonObject, value: Json | undefined): Json | undefined {
  if (value === undefined && parameterOf(call, name)["required"] === true) throw new Refusal(400, `${name} is missing`);
  const wrong = value === undefined ? undefined : wrongIn(call.document, schema, value);
  if (wrong !== undefined) throw new Refusal(400, `${name}: ${wrong}`);
  return value;
}

function schemaOf(call: Call, name: string): JsonObject {
  return resolved(call.document, parameterOf(call, name)["schema"]);
}

function parameterOf({ document, operation }: Call, name: string): JsonObject {
  const own = operation["parameters"];
  const found = (Array.isArray(own) ? own : []).map((each) => resolved(document, each)).find((each) => each["name"] === name);
  if (found === undefined) throw new Error(`There is no parameter ${name}`);
  return found;
}
