import { contentText } from "./content-text.js";
import type { Draft } from "./draft.js";
import { ArgumentError } from "./errors.js";
import { FormPart } from "./form-part.js";
import type { PartDetails } from "./form-part.js";
import type { FormStyle } from "./form-style.js";

/** How a part is written (OAS "Encoding Object"). Where `contentType` lists several, a `Blob` or a `formPart` says which it is. */
export type PartEncoding = FormStyle & {
  readonly contentType?: string;
  /** Sent with each part that has none of its own. */
  readonly headers?: { readonly [name: string]: string };
};

/** A part: its headers, an empty line, and the content. */
export function writePart(draft: Draft, name: string | null, given: unknown, row: PartEncoding): (string | Blob)[] {
  const isPart = given instanceof FormPart;
  const value: unknown = isPart ? given.value : given;
  const details: PartDetails = isPart ? given.details : {};
  const bytes = bytesOf(value);
  const type = details.contentType ?? chooseType(row.contentType ?? "", bytes, value);
  const fileName = details.fileName ?? (bytes && !bytes.type.startsWith("multipart/") ? fileNameOf(value) : undefined);
  const headers = {
    ...((name ?? fileName ?? null) !== null && { "Content-Disposition": disposition(name, fileName) }),
    ...(type && { "Content-Type": type }),
    ...row.headers,
    ...details.headers,
  };
  const lines = Object.entries(headers).filter(([, text]) => text).map(([header, text]) => headerLine(name, header, text));
  return [`${lines.join("")}\r\n`, bytes ?? contentText(draft, name ?? "body", value, type)];
}

/** `true` for what is a part by itself, whatever style there is. */
export function isFile(value: unknown): boolean {
  return value instanceof FormPart || value instanceof Blob || isBytes(value);
}

function bytesOf(value: unknown): Blob | undefined {
  if (value instanceof Blob) return value;
  return isBytes(value) ? new Blob([value]) : undefined;
}

/** Bytes of any kind. The compiler hears of one: what it calls the others has changed between its versions. */
function isBytes(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** What the bytes say they are, if that is allowed; or the first that is; or what the value is by itself. Text says nothing. */
function chooseType(allowed: string, bytes: Blob | undefined, value: unknown): string {
  if (bytes?.type.startsWith("multipart/")) return bytes.type;
  const ranges = allowed.split(",").map((range) => range.trim());
  const own = bytes?.type ?? "";
  if (own && (!allowed || ranges.some((range) => own === range || (range.endsWith("*") && own.startsWith(range.replace(/\*.*/, "")))))) return own;
  const byValue = bytes ? own || "application/octet-stream" : typeof value === "object" ? "application/json" : "";
  return ranges.find((range) => range && !range.includes("*")) ?? byValue;
}

function fileNameOf(value: unknown): string {
  return value instanceof Blob && "name" in value ? String(value.name) : "blob";
}

/** RFC 7578 §4.2, with the escapes of the HTML standard ("multipart/form-data encoding algorithm"). */
function disposition(name: string | null, fileName: string | undefined): string {
  const parameters = [name === null ? "attachment" : `form-data; name="${escape(name)}"`, ...(fileName === undefined ? [] : [`filename="${escape(fileName)}"`])];
  return parameters.join("; ");
}

function escape(text: string): string {
  return text.replace(/["\r\n]/g, encodeURIComponent);
}

function headerLine(name: string | null, header: string, text: string): string {
  if (/[\r\n]/.test(header + text)) throw new ArgumentError(name ?? "body", text);
  return `${header}: ${text}\r\n`;
}
