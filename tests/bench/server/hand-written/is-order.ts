import type { Order, PlacedOrder } from "../answers.ts";
import { isRecord } from "./is-record.ts";

const email = /^[^@ ]+@[^@ ]+$/;
const zip = /^[0-9]{4,5}$/;
const sku = /^[A-Z]{2}-[0-9]{4}$/;
const id = /^[a-z]+-[0-9]+$/;
const orderMembers = new Set(["customer", "lines", "delivery", "note", "labels"]);
const countries = new Set<unknown>(["CH", "DE", "AT", "FR", "IT"]);
const methods = new Set<unknown>(["post", "courier", "pickup"]);

/** Whether a value is an `Order`, as orders.yaml says. */
export function isOrder(value: unknown): value is Order {
  if (!isRecord(value) || !hasOrder(value, 10)) return false;
  for (const name of Object.keys(value)) if (!orderMembers.has(name)) return false;
  return Array.isArray(value["lines"]) && value["lines"].length <= 200;
}

/** Whether a value is a `PlacedOrder`, as orders.yaml says. */
export function isPlacedOrder(value: unknown): value is PlacedOrder {
  if (!isRecord(value) || !hasOrder(value, Infinity)) return false;
  const { status, total } = value;
  return typeof value["id"] === "string" && id.test(value["id"]) && typeof value["shop"] === "string" && (status === "placed" || status === "tried")
    && typeof total === "number" && total >= 0;
}

function hasOrder(value: Record<string, unknown>, mostLabels: number): boolean {
  const { lines, note, labels } = value;
  return isCustomer(value["customer"]) && Array.isArray(lines) && lines.length > 0 && lines.every(isLine) && isDelivery(value["delivery"])
    && (note === undefined || note === null || isText(note, 0, 500)) && (labels === undefined || isLabels(labels, mostLabels));
}

function isCustomer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id: number, newsletter } = value;
  return typeof number === "number" && Number.isInteger(number) && number >= 1 && isText(value["name"], 1, 80) && isMatch(value["email"], email, 120)
    && (newsletter === undefined || typeof newsletter === "boolean") && isAddress(value["address"]);
}

function isAddress(value: unknown): boolean {
  return isRecord(value) && isText(value["street"], 1, 120) && isText(value["city"], 1, 80) && isMatch(value["zip"], zip, Infinity) && countries.has(value["country"]);
}

function isLine(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { quantity, price, gift, options } = value;
  return isMatch(value["sku"], sku, Infinity) && isText(value["name"], 1, 120)
    && typeof quantity === "number" && Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000
    && typeof price === "number" && price >= 0 && (gift === undefined || typeof gift === "boolean")
    && (options === undefined || (Array.isArray(options) && options.length <= 10 && options.every((option) => isText(option, 0, 40))));
}

function isDelivery(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { instructions } = value;
  return methods.has(value["method"]) && isAddress(value["address"]) && (instructions === undefined || isText(instructions, 0, 200));
}

function isLabels(value: unknown, most: number): boolean {
  if (!isRecord(value)) return false;
  const names = Object.keys(value);
  return names.length <= most && names.every((name) => isText(value[name], 0, most === 10 ? 40 : Infinity));
}

/** A text of this many characters, of which JSON Schema counts code points. */
function isText(value: unknown, least: number, most: number): boolean {
  if (typeof value !== "string") return false;
  if (value.length >= 2 * least && value.length <= most) return true;
  const length = [...value].length;
  return length >= least && length <= most;
}

function isMatch(value: unknown, pattern: RegExp, most: number): boolean {
  return isText(value, 0, most) && typeof value === "string" && pattern.test(value);
}
