import { type Json, parseJson } from "../../../generator/json.ts";
import { type Asked, Problem } from "./exchange.ts";
import { pairsOf } from "./texts.ts";

/** The body as JSON, of this media type. */
export function readJson(asked: Asked, mediaType: string): Json {
  const value = parseJson(readText(asked, mediaType));
  if (value === undefined) throw new Problem(400, "That is no JSON");
  return value;
}

/** The pairs of a form. */
export function readForm(asked: Asked): [string, string][] {
  return pairsOf(readText(asked, "application/x-www-form-urlencoded"));
}

/** The body as a text, of this media type. */
export function readText(asked: Asked, mediaType: string): string {
  expectType(asked, mediaType);
  return textOf(asked.body);
}

/** The parts of a form with files (RFC 7578), by name: each with its bytes. */
export async function readParts(asked: Asked): Promise<FormData> {
  expectType(asked, "multipart/form-data");
  try {
    return await new Response(new Uint8Array(asked.body), { headers: { "content-type": asked.headers.get("content-type") ?? "" } }).formData();
  } catch {
    throw new Problem(400, "That is no multipart/form-data");
  }
}

function expectType({ headers, body }: Asked, mediaType: string): void {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").split(";").map((part) => part.trim());
  if (body.length === 0 && type === "") throw new Problem(400, "There is no body");
  if (type.toLowerCase() !== mediaType) throw new Problem(415, `It must be ${mediaType}`);
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  if (charset !== undefined && !/^charset="?utf-8"?$/i.test(charset)) throw new Problem(415, "It must be UTF-8");
  const coding = headers.get("content-encoding");
  if (coding !== undefined && coding.toLowerCase() !== "identity") throw new Problem(415, "It must not be encoded");
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, "That is not UTF-8");
  }
}
