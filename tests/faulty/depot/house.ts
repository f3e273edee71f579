import { randomUUID } from "node:crypto";
import { isObject, type JsonObject } from "../../../generator/json.ts";
import { type Answer, json } from "../warehouse/exchange.ts";
import { prefers } from "../warehouse/prefers.ts";
import type { Call } from "./call.ts";
import { parsed, readJson, readParts } from "./read-content.ts";
import { asBoolean, asInteger, cookie, single, spaced, unescaped, utf8 } from "./read-values.ts";
import { refuse } from "./refuse.ts";
import { tried } from "./tried.ts";

const bays = "/paths/~1bays~1{hall}~1slots~1{slots}/get/parameters";

/** `GET /bays/{hall}/slots/{slots}` */
export function getSlots({ asked, rules, path: [hallText = "", slotTexts = ""] }: Call): Answer {
  const hall = tried(rules, `${bays}/0/schema`, unescaped(hallText));
  const slots = tried(rules, `${bays}/1/schema`, slotTexts.split(",").map((text) => asInteger(unescaped(text))));
  const units = tried(rules, `${bays}/2/schema`, cookie(asked, "units") ?? "kg");
  const include = tried(rules, `${bays}/3/schema`, asked.headers.get("x-include")?.split(",").map((text) => text.trim()) ?? ["load"]);
  return json(200, { hall, units, slots: slots.map((slot) => ({ slot, ...(include.includes("load") && { load: slot * (units === "kg" ? 10 : 22) }), ...(include.includes("door") && { door: slot % 2 === 0 ? "open" : "shut" }) })) });
}

const rates = "/paths/~1rates/get/parameters";

/** `GET /rates` */
export function getRate({ asked, rules }: Call): Answer {
  const text = (name: string) => {
    const value = single(asked, name);
    return value === undefined ? undefined : spaced(value);
  };
  const from = tried(rules, `${rates}/0/schema`, text("from") ?? refuse(400, "from must be there"));
  const to = tried(rules, `${rates}/1/schema`, text("to") ?? refuse(400, "to must be there"));
  const express = asBoolean(text("express") ?? "false");
  const [at, size] = [text("at"), text("size")];
  if (at !== undefined) tried(rules, `${rates}/3/schema`, at);
  const box = size === undefined ? undefined : parsed(size);
  if (box !== undefined) tried(rules, `${rates}/4/content/application~1json/schema`, box);
  const price = express ? 19.95 : 9.5;
  if (prefers(asked, "text/csv", "application/json")) return { status: 200, headers: { "content-type": "text/csv; charset=utf-8", vary: "Accept" }, body: `from,to,price\r\n${from},"${to.replaceAll('"', '""')}",${price}\r\n` };
  return json(200, { from, to, express, price, currency: "CHF", ...(at !== undefined && { at }), ...(box !== undefined && { size: box }) }, { vary: "Accept" });
}

/** `POST /quotes` */
export function makeQuote({ asked, rules }: Call): Answer {
  const value = readJson(asked, "application/json");
  rules("/components/schemas/QuoteRequest", value);
  const lines = isObject(value) && Array.isArray(value["lines"]) ? value["lines"].filter(isObject) : [];
  const total = lines.reduce((sum, line) => sum + Number(line["count"]) * Number(line["price"] ?? 1), 0);
  return json(200, { quoteId: randomUUID(), lines: lines.length, total });
}

/** `POST /claims` */
export function fileClaim({ asked, rules }: Call): Answer {
  const parts = readParts(asked);
  const one = (name: string, type: string) => {
    const [part, second] = parts.filter((each) => each.name === name);
    if (part === undefined || second !== undefined) return refuse(422, `${name} must be there, once`);
    return part.type === undefined || part.type === type ? part.content : refuse(422, `${name} must be ${type}`);
  };
  const claim = parsed(utf8(one("claim", "application/json")));
  const photo = one("photo", "image/png");
  const remarks = parts.filter(({ name }) => name === "remarks").map(({ content }) => utf8(content));
  rules("/paths/~1claims/post/requestBody/content/multipart~1form-data/schema", { claim, photo: "", remarks });
  return json(201, { claimId: 1 + Math.floor(Math.random() * 1e6), claim, photoBytes: photo.length, remarks });
}

/** `GET /schedule` */
export function getSchedule({ depot }: Call): Answer {
  return json(200, depot.schedule());
}

/** `PUT /schedule` */
export function setSchedule({ asked, rules, depot }: Call): Answer {
  const value = readJson(asked, "application/json");
  rules("/components/schemas/Schedule", value);
  const schedule: JsonObject = isObject(value) ? value : refuse(422, "That is no schedule");
  depot.setSchedule(schedule);
  return json(200, schedule);
}

/** `GET /health` */
export function getHealth(): Answer {
  return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: "OK" };
}
