import { type Json, type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Place, placesOf } from "../../values/places.ts";
import { type Bound, boundMeant, rowMembers } from "../lists/row-members.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/**
 * A parameter that is called as a member of the rows and a bound (`created_after`, `max_price`) leaves out the rows that are beyond it. It is
 * asked for as one row has it, so that another row is beyond it; whether that one itself is there, servers see differently.
 */
export async function checkBounds(run: Run, tested: TestedOperation): Promise<void> {
  const members = rowMembers(run, tested);
  const bounds = placesOf(tested).flatMap((place) => {
    const bound = place.in === "query" ? boundMeant(place.name, members) : undefined;
    return bound === undefined ? [] : [{ place, bound }];
  });
  const all = bounds.length === 0 ? undefined : await listWith(run, tested, []);
  for (const { place, bound } of all === undefined ? [] : bounds) await checkBound(run, tested, { place, bound, rows: all?.rows ?? [] });
}

async function checkBound(run: Run, tested: TestedOperation, { place, bound, rows }: { place: Place; bound: Bound; rows: readonly JsonObject[] }): Promise<void> {
  const sorted = rows.flatMap((row) => keyed(member(row, bound.member))).sort((one, other) => one.key - other.key);
  const middle = sorted[sorted.length >> 1];
  const asked = middle && writtenFor(run, place, middle.value);
  if (middle === undefined || asked === undefined || sorted[0]?.key === sorted.at(-1)?.key) return;
  const list = await listWith(run, tested, [[place, asked.value]]);
  const isBeyond = (key: number) => (bound.side === "least" ? key < middle.key - asked.slack : key > middle.key + asked.slack);
  const wrong = list?.rows.flatMap((row) => keyed(member(row, bound.member))).find(({ key }) => isBeyond(key));
  if (list === undefined || wrong === undefined) return;
  suspicion(run, tested, list.answer, {
    code: "broken-filter", key: place.name, at: place.at, message: `A row has ${bound.member} ${JSON.stringify(wrong.value)} where ${place.name} is ${JSON.stringify(asked.value)}`,
    because: `The parameter ${place.name} is called as the member ${bound.member} of the rows, and says the ${bound.side} that it may be`,
  });
}

type Keyed = { readonly value: Json; readonly key: number };

/** Numbers, and times. */
function keyed(value: Json | undefined): Keyed[] {
  const key = typeof value === "number" ? value : typeof value === "string" && /^\d{4}-\d\d-\d\d(?:T|$)/.test(value) ? Date.parse(value) : Number.NaN;
  return value === undefined || Number.isNaN(key) ? [] : [{ value, key }];
}

const day = 86_400_000;

/** The value as the parameter's schema has it, and how far off it may then be: where a day is asked for, nobody says in which zone it is. */
function writtenFor(run: Run, { schema }: Place, value: Json): { readonly value: Json; readonly slack: number } | undefined {
  const parts = partsOf(schemasOf(run.api), schema);
  const isOf = (type: "string" | "number" | "integer") => parts.some(({ types }) => types?.includes(type) === true);
  if (typeof value === "number") return isOf("number") || (isOf("integer") && Number.isInteger(value)) ? { value, slack: 0 } : undefined;
  if (typeof value !== "string" || !isOf("string")) return undefined;
  const format = parts.find((part) => part.format !== undefined)?.format;
  const isTime = value.includes("T");
  if (format === "date") return { value: value.slice(0, 10), slack: isTime ? 2 * day : 0 };
  return (format === "date-time") === isTime ? { value, slack: 0 } : undefined;
}
