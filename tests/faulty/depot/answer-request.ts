import { type Answer, type Asked, Problem } from "../warehouse/exchange.ts";
import type { Rules } from "../warehouse/rules.ts";
import type { Call } from "./call.ts";
import { getCourier, getPickup, listCouriers, orderPickup } from "./couriers.ts";
import type { Depot } from "./depot.ts";
import { fileClaim, getHealth, getRate, getSchedule, getSlots, makeQuote, setSchedule } from "./house.ts";
import { isKnown, type Ways } from "./keys.ts";
import { changeParcel, createParcel, getLabel, getParcel, listParcels, removeParcel, replaceParcel } from "./parcels.ts";
import { refuse } from "./refuse.ts";

type Operation = readonly [method: string, template: string, ways: Ways, handle: (call: Call) => Answer];

const usual: Ways = [["depotKey"], ["bearer"]];
const fetched: Ways = [["session"], ["accessKey"]];

const operations: readonly Operation[] = [
  ["GET", "/parcels", usual, listParcels],
  ["POST", "/parcels", [["bearer"], ["depotKey", "clerk"]], createParcel],
  ["GET", "/parcels/*", usual, getParcel],
  ["HEAD", "/parcels/*", usual, getParcel],
  ["PUT", "/parcels/*", usual, replaceParcel],
  ["PATCH", "/parcels/*", usual, changeParcel],
  ["DELETE", "/parcels/*", usual, removeParcel],
  ["GET", "/parcels/*/label", [["session"], ["depotKey"]], getLabel],
  ["GET", "/couriers", usual, listCouriers],
  ["GET", "/couriers/*", usual, getCourier],
  ["GET", "/bays/*/slots/*", usual, getSlots],
  ["GET", "/rates", [["accessKey"]], getRate],
  ["POST", "/quotes", usual, makeQuote],
  ["POST", "/claims", [["clerk"]], fileClaim],
  ["POST", "/pickups", fetched, orderPickup],
  ["GET", "/pickups/*", fetched, getPickup],
  ["GET", "/schedule", [], getSchedule],
  ["PUT", "/schedule", [["bearer"]], setSchedule],
  ["GET", "/health", [], getHealth],
];

/** The depot's answer to a request. */
export function answerRequest(asked: Asked, { rules, depot }: { readonly rules: Rules; readonly depot: Depot }): Answer {
  try {
    const here = operations.filter(([, template]) => partsOf(asked.path, template) !== undefined);
    if (here.length === 0) refuse(404, "Nothing is here");
    const methods = new Set([...here.map(([method]) => method), "OPTIONS", ...(here.some(([method]) => method === "GET") ? ["HEAD"] : [])]);
    const allow = [...methods].join(", ");
    if (asked.method === "OPTIONS") return { status: 204, headers: { allow } };
    const found = here.find(([method]) => method === asked.method) ?? here.find(([method]) => method === "GET" && asked.method === "HEAD") ?? refuse(405, "Not so", { allow });
    const [, template, ways, handle] = found;
    if (!isKnown(asked, ways)) refuse(401, "Who asks?", { "www-authenticate": 'Bearer realm="depot", Basic realm="depot"' });
    return handle({ asked, rules, depot, path: partsOf(asked.path, template) ?? [] });
  } catch (error) {
    if (error instanceof Problem) return error.answer;
    throw error;
  }
}

/** What stands at the stars of a template, where a path is of that form. */
function partsOf(path: string, template: string): string[] | undefined {
  const [given, wanted] = [path.split("/"), template.split("/")];
  if (given.length !== wanted.length || !wanted.every((part, index) => (part === "*" ? given[index] !== "" : given[index] === part))) return undefined;
  return given.filter((_, index) => wanted[index] === "*");
}
