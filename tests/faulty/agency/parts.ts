import { Buffer } from "node:buffer";
import type { Asked } from "../warehouse/exchange.ts";
import { Refusal } from "./refusal.ts";

/** One part of a form (RFC 7578). */
export type Part = { readonly name: string; readonly bytes: Buffer };

/** The parts of multipart/form-data, read by hand (RFC 2046 §5.1). */
export function partsIn({ headers, body }: Asked): Part[] {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(headers.get("content-type") ?? "") ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new Refusal(400, "There is no boundary");
  const text = `\r\n${body.toString("latin1")}`;
  const [, ...pieces] = text.split(`\r\n--${boundary}`);
  const end = pieces.findIndex((piece) => piece.startsWith("--"));
  if (end < 0) throw new Refusal(400, "It does not end");
  return pieces.slice(0, end).map(partOf);
}

function partOf(piece: string): Part {
  const at = piece.indexOf("\r\n\r\n");
  if (at < 0) throw new Refusal(400, "A part has no headers");
  const [, name] = /^content-disposition:\s*form-data\s*;.*?\bname="((?:[^"\\]|\\.)*)"/im.exec(piece.slice(0, at)) ?? [];
  if (name === undefined) throw new Refusal(400, "A part has no name");
  return { name: Buffer.from(name.replaceAll("%22", '"'), "latin1").toString("utf8"), bytes: Buffer.from(piece.slice(at + 4), "latin1") };
}
