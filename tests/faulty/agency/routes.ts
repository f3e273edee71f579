import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import type { Answer, Asked } from "../warehouse/exchange.ts";
import { cancelBooking, createBooking, deleteBooking, getBooking, listBookings, updateBooking } from "./bookings.ts";
import type { Call } from "./call.ts";
import { getRates, searchTrips } from "./catalogue.ts";
import { challenge, isKnown, type Scheme } from "./credentials.ts";
import { createCustomer, createCustomers, getCustomer, listCustomers } from "./customers.ts";
import { downloadDocument, getExport, getReport, listDocuments, startExport, uploadDocument } from "./files.ts";
import type { Ledger } from "./ledger.ts";
import { addPassenger, getPassenger, removePassenger, replacePassenger } from "./passengers.ts";
import { Refusal } from "./refusal.ts";
import { createSession, deleteSession, getSession } from "./sessions.ts";
import { unescaped } from "./texts.ts";

type Operation = readonly [handle: (call: Call) => Answer, schemes?: readonly Scheme[]];

const tokens = ["bearerAuth", "oauth"] as const;
const any = ["bearerAuth", "oauth", "sessionCookie"] as const;
const passenger = "/bookings/{booking_id}/passengers/{passenger_id}";

const routes: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  "/session": { POST: [createSession], GET: [getSession, ["sessionCookie"]], DELETE: [deleteSession, ["sessionCookie"]] },
  "/trips": { GET: [searchTrips] },
  "/rates/{base}": { GET: [getRates] },
  "/bookings": { GET: [listBookings, any], POST: [createBooking, tokens] },
  "/bookings/{booking_id}": { GET: [getBooking, any], PATCH: [updateBooking, tokens], DELETE: [deleteBooking, tokens] },
  "/bookings/{booking_id}/cancel": { POST: [cancelBooking, tokens] },
  "/bookings/{booking_id}/passengers": { POST: [addPassenger, tokens] },
  [passenger]: { GET: [getPassenger, tokens], PUT: [replacePassenger, tokens], DELETE: [removePassenger, tokens] },
  "/customers": { GET: [listCustomers, tokens], POST: [createCustomer, tokens] },
  "/customers/batch": { POST: [createCustomers, tokens] },
  "/customers/{customer_id}": { GET: [getCustomer, tokens] },
  "/documents": { GET: [listDocuments, tokens], POST: [uploadDocument, tokens] },
  "/documents/{document_id}/content": { GET: [downloadDocument, tokens] },
  "/exports": { POST: [startExport, tokens] },
  "/exports/{export_id}": { GET: [getExport, tokens] },
  "/reports/bookings": { GET: [getReport, ["basicAuth"]] },
};

/** The agency's answer to a request; what is wrong with it is a Refusal. */
export function answerTo(asked: Asked, { document, ledger }: { readonly document: Json; readonly ledger: Ledger }): Answer {
  const segments = asked.path.split("/").slice(1);
  const [template, methods] = Object.entries(routes).find(([path]) => isAt(path, segments)) ?? [];
  if (template === undefined || methods === undefined) throw new Refusal(404, "There is nothing here");
  const allow = Object.keys(methods).concat("OPTIONS", methods["GET"] === undefined ? [] : "HEAD").sort().join(", ");
  if (asked.method === "OPTIONS") return { status: 204, headers: { allow } };
  const method = asked.method === "HEAD" ? "GET" : asked.method;
  const [handle, schemes] = methods[method] ?? [];
  if (handle === undefined) throw new Refusal(405, "Not with this method", { allow });
  if (schemes !== undefined && !isKnown(asked, schemes, ledger.sessions)) throw new Refusal(401, "Who are you?", challenge);
  const path = template.split("/").slice(1).flatMap((part, index) => (part.startsWith("{") ? [unescaped(segments[index] ?? "")] : []));
  return handle({ asked, document, operation: operationAt(document, template, method), path, ledger });
}

function isAt(template: string, segments: readonly string[]): boolean {
  const parts = template.split("/").slice(1);
  return parts.length === segments.length && parts.every((part, index) => (part.startsWith("{") ? segments[index] !== "" : part === segments[index]));
}

/** An operation of the document, with the parameters of its path. */
function operationAt(document: Json, template: string, method: string): JsonObject {
  const paths = isObject(document) ? document["paths"] : undefined;
  const item = isObject(paths) ? paths[template] : undefined;
  const operation = isObject(item) ? item[method.toLowerCase()] : undefined;
  if (!isObject(item) || !isObject(operation)) throw new Error(`There is no ${method} ${template}`);
  const listed = (parameters: Json | undefined) => (Array.isArray(parameters) ? parameters : []);
  return { ...operation, parameters: [...listed(operation["parameters"]), ...listed(item["parameters"])] };
}
