import type { Response } from "./api.ts";
import { buildLink } from "./build-link.ts";
import { buildContent, buildHeaders } from "./build-media-type.ts";
import type { Cursor } from "./cursor.ts";
import { shared } from "./shared.ts";

/** The `responses` of an operation, in the document's order (OAS "Responses Object"). */
export function buildResponses(cursor: Cursor): Response[] {
  const responses = cursor.part("responses");
  const found = new Map<string, Response>();
  for (const name of Object.keys(responses?.value ?? {})) {
    if (name.startsWith("x-")) continue;
    const entry = responses?.part(name);
    const status = statusOf(name);
    if (entry === undefined) continue;
    if (status === undefined || found.has(status)) {
      cursor.reader.ignored(entry.pointer, status === undefined ? `"${name}" is no status: 200, 2XX or default; it is left out.` : `${status} is here already; only the first counts.`);
      continue;
    }
    if (status !== name) cursor.reader.ignored(entry.pointer, `"${name}" is taken as "${status}".`);
    const response = buildResponse(entry, status);
    if (response !== undefined) found.set(status, response);
  }
  return [...found.values()];
}

/** A response under its status (OAS "Response Object"). */
export function buildResponse(cursor: Cursor, status: string): Response | undefined {
  const response = shared(cursor, cursor.reader.shelves.responses, readResponse);
  return response && { ...response, status };
}

function readResponse(cursor: Cursor): Response {
  return {
    at: cursor.pointer,
    status: "",
    headers: buildHeaders(cursor),
    content: buildContent(cursor),
    links: cursor.entries("links").flatMap(({ name, cursor: entry }) => buildLink(entry, name) ?? []),
    doc: cursor.doc(),
    extensions: cursor.extensions(),
  };
}

function statusOf(name: string): string | undefined {
  if (name === "default" || /^[1-5](\d\d|XX)$/.test(name)) return name;
  return /^[1-5]xx$/.test(name) ? name.toUpperCase() : undefined;
}
