import { parseMediaType } from "../../../runtime/server/media-type.ts";
import { headerNamed } from "../checks/headers-named.ts";
import type { Outcome } from "../exchange.ts";

/** What came back, on one line for people: `400 application/json {"message":"…"}`. */
export function shownResponse(outcome: Outcome, most = 300): string {
  if (outcome.kind === "failure") return `${outcome.failure}: ${outcome.message}`;
  const { status, headers, body } = outcome.response;
  const contentType = headerNamed(headers, "content-type");
  return [String(status), contentType ?? "", shownBody(body, contentType, most)].filter((part) => part !== "").join(" ");
}

/** A body for people: text as it is, up to some characters; of bytes, how many they are. */
export function shownBody(body: Uint8Array, contentType: string | undefined, most: number): string {
  if (body.length === 0) return "";
  const { essence } = parseMediaType(contentType ?? "");
  const text = Buffer.from(body.subarray(0, most * 4)).toString("utf8");
  const isText = /json|xml|^text\/|urlencoded/.test(essence) || !/[\0-\x08\ufffd]/.test(text);
  if (!isText) return `(${body.length} bytes)`;
  return text.length > most || body.length > most * 4 ? `${text.slice(0, most)}…` : text;
}
