import { type Json, type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { placesOf } from "../../values/places.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/**
 * A list that is asked for in an order comes in it. The order is read from the values that the parameter can have: `price`, `-price`,
 * `price:desc`, `price_desc`, with a member of the rows. Texts that nobody sorts in two ways, numbers and times are compared.
 */
export async function checkOrder(run: Run, tested: TestedOperation): Promise<void> {
  const sort = placesOf(tested).find(({ in: location, name }) => location === "query" && /^(sort|sort_?by|order|order_?by)$/i.test(name));
  if (sort === undefined) return;
  const values = partsOf(schemasOf(run.api), sort.schema).flatMap((schema) => schema.enum ?? []).filter((value) => typeof value === "string");
  for (const value of values) {
    const { name, direction, isSaid } = orderOf(value, values);
    const list = await listWith(run, tested, [[sort, value]]);
    const keys = list?.rows.map((row) => keyOf(row, name)) ?? [];
    if (list === undefined || keys.length < 2 || keys.includes(undefined)) continue;
    const isUp = isSorted(keys, 1);
    const isDown = isSorted(keys, -1);
    // Which way is the usual one, only a sign or a word says.
    if (isSaid ? (direction === 1 ? isUp : isDown) : isUp || isDown) continue;
    return suspicion(run, tested, list.answer, { code: "broken-order", key: "order", at: sort.at, message: `The rows are not in the order of ${value}`, because: `The parameter ${sort.name} names the member ${name} of the rows` });
  }
}

/** Without a sign or a word, upwards is what is meant where another value says that it is downwards. */
function orderOf(value: string, values: readonly string[]): { name: string; direction: 1 | -1; isSaid: boolean } {
  const [, sign = "", name = value, word = ""] = /^([+-]?)(.+?)(?:[:_ ,.](asc|desc|ascending|descending))?$/i.exec(value) ?? [];
  const direction = sign === "-" || /^desc/i.test(word) ? -1 : 1;
  return { name, direction, isSaid: sign !== "" || word !== "" || values.includes(`-${value}`) };
}

type Key = number | string;

function keyOf(row: JsonObject, name: string): Key | undefined {
  const value: Json | undefined = member(row, name);
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : Date.parse(value);
  // Capitals and marks have a place of their own in every language.
  return /^(?:[a-z0-9]+|[A-Z0-9]+-?[0-9]+)$/.test(value) ? value : undefined;
}

function isSorted(keys: readonly (Key | undefined)[], direction: 1 | -1): boolean {
  return keys.every((key, index) => {
    const before = keys[index - 1];
    if (index === 0 || before === undefined || key === undefined || typeof before !== typeof key) return true;
    return direction === 1 ? before <= key : before >= key;
  });
}
