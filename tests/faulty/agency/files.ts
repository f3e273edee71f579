import { type Answer, json } from "../warehouse/exchange.ts";
import { objectIn, uploadIn } from "./bodies.ts";
import { timeOf } from "./bookings.ts";
import type { Call } from "./call.ts";
import { inPath, numberIn, query, textIn } from "./parameters.ts";
import { Refusal } from "./refusal.ts";

/** `GET /documents` */
export function listDocuments(call: Call): Answer {
  const page = numberIn(call, "page", 1);
  const size = numberIn(call, "per_page", 3);
  const kind = query(call, "kind");
  const wanted = call.ledger.documents().filter((document) => kind === undefined || document["kind"] === kind);
  const last = Math.max(1, Math.ceil(wanted.length / size));
  const link = (rel: string, to: number) => `</api/v1/documents?page=${to}&per_page=${size}${kind === undefined ? "" : `&kind=${String(kind)}`}>; rel="${rel}"`;
  const links = [...(page < last ? [link("next", page + 1), link("last", last)] : []), ...(page > 1 && page <= last ? [link("first", 1), link("prev", page - 1)] : [])];
  return json(200, wanted.slice((page - 1) * size, page * size), links.length > 0 ? { link: links.join(", ") } : {});
}

/** `POST /documents` */
export function uploadDocument(call: Call): Answer {
  const { form, file } = uploadIn(call);
  const { title = "", kind = "other", pages, labels, extra } = form;
  const document = call.ledger.addDocument({
    id: call.ledger.nextId("doc"), title, kind, ...(pages !== undefined && { pages }), ...(labels !== undefined && { labels }), ...(extra !== undefined && { extra }), sizeBytes: file.length, uploadedAt: timeOf(call.ledger.now()),
  }, file);
  return json(201, document, { location: `/api/v1/documents/${document.id}/content` });
}

/** `GET /documents/{document_id}/content` */
export function downloadDocument(call: Call): Answer {
  const id = inPath(call, 0, "document_id");
  const body = call.ledger.bytesOf(id);
  if (body === undefined) throw new Refusal(404, "There is no such document");
  return { status: 200, headers: { "content-type": "application/pdf", "content-disposition": `attachment; filename="${id}.pdf"` }, body };
}

/** `POST /exports` */
export function startExport(call: Call): Answer {
  const { scope = "all", format = "csv", since } = objectIn(call);
  const busy = [...call.ledger.exports.values()].find((each) => each["scope"] === "all" && each["state"] === "pending");
  if (scope === "all" && busy !== undefined) {
    finish(call, busy.id);
    throw new Refusal(429, "Everything is being exported already", { "retry-after": "0" });
  }
  const started = { id: call.ledger.nextId("exp"), state: "pending", scope, format, ...(since !== undefined && { since }), download_url: null };
  call.ledger.exports.set(started.id, started);
  return json(202, started, { location: `/api/v1/exports/${started.id}`, "retry-after": "1" });
}

/** `GET /exports/{export_id}`: done when it is looked at a second time. */
export function getExport(call: Call): Answer {
  const found = call.ledger.exports.get(inPath(call, 0, "export_id"));
  if (found === undefined) throw new Refusal(404, "There is no such export");
  finish(call, found.id);
  return json(200, found);
}

function finish({ ledger }: Call, id: string): void {
  const known = ledger.exports.get(id);
  if (known !== undefined) ledger.exports.set(id, { ...known, state: "done", download_url: `https://agency.example.com/files/${id}.${String(known["format"])}` });
}

/** `GET /reports/bookings` */
export function getReport(call: Call): Answer {
  const [from = "", to = "9999-12-31"] = [textIn(call, "from"), textIn(call, "to")];
  const rows = call.ledger.bookings().filter(({ created_at: time }) => String(time).slice(0, 10) >= from && String(time).slice(0, 10) <= to);
  const quoted = (text: unknown) => `"${String(text).replaceAll('"', '""')}"`;
  const body = ["id,name,created_at", ...rows.map((row) => [row.id, row["name"], row["created_at"]].map(quoted).join(","))].map((line) => `${line}\r\n`).join("");
  return { status: 200, headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="bookings.csv"' }, body };
}
