import type { Json } from "../../../generator/json.ts";
import type { Asked } from "../warehouse/exchange.ts";
import { spaced, utf8 } from "./read-values.ts";
import { refuse } from "./refuse.ts";

/** The JSON that was sent as a media type. */
export function readJson(asked: Asked, mediaType: string): Json {
  expectType(asked, mediaType);
  return parsed(utf8(asked.body));
}

/** The value of a JSON text. */
export function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(400, "That is no JSON");
  }
}

/** Names and values of a form. */
export function readForm(asked: Asked): [name: string, value: string][] {
  expectType(asked, "application/x-www-form-urlencoded");
  return utf8(asked.body).split("&").filter((pair) => pair !== "").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [spaced(name), spaced(value.join("="))];
  });
}

/** A part of a form with files. */
export type Part = { readonly name: string; readonly type: string | undefined; readonly content: Buffer };

/** The parts of a form with files (RFC 2046 §5.1, RFC 7578). */
export function readParts(asked: Asked): Part[] {
  const given = expectType(asked, "multipart/form-data").get("boundary");
  if (given === undefined) return refuse(400, "It has no boundary");
  const body = Buffer.concat([Buffer.from("\r\n"), asked.body]);
  const mark = Buffer.from(`\r\n--${given}`);
  const parts: Part[] = [];
  let at = body.indexOf(mark);
  while (at >= 0 && body.toString("latin1", at + mark.length, at + mark.length + 2) !== "--") {
    const start = body.indexOf("\r\n", at + mark.length) + 2;
    const next = body.indexOf(mark, start - 2);
    if (start < 2 || next < 0) return refuse(400, "It does not end");
    const blank = body.indexOf("\r\n\r\n", start - 2);
    if (blank < 0 || blank > next) return refuse(400, "A part has no content");
    parts.push(partOf(body.toString("utf8", start, Math.max(start, blank)), body.subarray(blank + 4, Math.max(next, blank + 4))));
    at = next;
  }
  return at < 0 ? refuse(400, "It does not end") : parts;
}

function partOf(head: string, content: Buffer): Part {
  const lines = new Map(head.split("\r\n").map((line) => [line.slice(0, line.indexOf(":")).trim().toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const [, name = refuse(400, "A part has no name")] = /;\s*name="([^"]*)"/i.exec(lines.get("content-disposition") ?? "") ?? [];
  return { name, type: lines.get("content-type")?.split(";")[0]?.trim().toLowerCase(), content };
}

/** The parameters of the media type, which must be this one. */
function expectType({ headers, body }: Asked, mediaType: string): ReadonlyMap<string, string> {
  const given = headers.get("content-type");
  if (given === undefined && body.length === 0) refuse(400, "There is no content");
  const [type = "", ...parameters] = (given ?? "").split(";").map((part) => part.trim());
  if (type.toLowerCase() !== mediaType) refuse(415, `It must be ${mediaType}`);
  if (!/^(identity)?$/i.test(headers.get("content-encoding") ?? "")) refuse(415, "It must not be encoded");
  return new Map(parameters.map((parameter) => [parameter.slice(0, parameter.indexOf("=")).toLowerCase(), parameter.slice(parameter.indexOf("=") + 1).replace(/^"(.*)"$/, "$1")]));
}
