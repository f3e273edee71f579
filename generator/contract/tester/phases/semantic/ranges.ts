import { type Json, type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Place, placesOf } from "../../values/places.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/**
 * A parameter that is called as a member of the rows, and is an object of bounds (`price[min]`, `seen[to]`), leaves out the rows that are beyond
 * them. Each bound is asked for as one row has it, so that another row is beyond it.
 */
export async function checkRanges(run: Run, tested: TestedOperation): Promise<void> {
  const schemas = schemasOf(run.api);
  for (const place of placesOf(tested).filter(({ in: location }) => location === "query")) {
    const names = partsOf(schemas, place.schema).flatMap(({ properties = [] }) => properties.map(({ name }) => name));
    const all = names.some((name) => lower.test(name) || upper.test(name)) ? await listWith(run, tested, []) : undefined;
    const sorted = (all?.rows ?? []).map((row) => ({ value: member(row, place.name), key: keyOf(row, place) })).filter(({ key }) => key !== undefined).sort((one, other) => (one.key ?? 0) - (other.key ?? 0));
    const middle = sorted[sorted.length >> 1];
    if (middle?.key === undefined || middle.value === undefined || sorted[0]?.key === sorted.at(-1)?.key) continue;
    for (const name of names.filter((each) => lower.test(each) || upper.test(each))) {
      const isBeyond = (key: number) => (lower.test(name) ? key < (middle.key ?? 0) : key > (middle.key ?? 0));
      if (await isBroken(run, tested, { place, bound: { [name]: middle.value }, isBeyond })) break;
    }
  }
}

const lower = /^(?:from|min|minimum|gte?|after|since|start)$/i;
const upper = /^(?:to|max|maximum|lte?|before|until|end)$/i;

async function isBroken(run: Run, tested: TestedOperation, { place, bound, isBeyond }: { place: Place; bound: JsonObject; isBeyond: (key: number) => boolean }): Promise<boolean> {
  const list = await listWith(run, tested, [[place, bound]]);
  const wrong = list?.rows.find((row) => isBeyond(keyOf(row, place) ?? Number.NaN));
  if (list === undefined || wrong === undefined) return false;
  suspicion(run, tested, list.answer, {
    code: "broken-filter", key: place.name, at: place.at, message: `A row has ${place.name} ${JSON.stringify(member(wrong, place.name))} where ${JSON.stringify(bound)} is asked for`,
    because: `The parameter ${place.name} is called as a member of the rows, and its members are bounds`,
  });
  return true;
}

/** Numbers, and times. */
function keyOf(row: JsonObject, { name }: Place): number | undefined {
  const value: Json | undefined = member(row, name);
  const key = typeof value === "number" ? value : typeof value === "string" && /^\d{4}-\d\d-\d\d(?:T|$)/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(key) ? undefined : key;
}
