import { type Json, type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Place, placesOf } from "../../values/places.ts";
import { memberMeant, rowMembers } from "../lists/row-members.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";
import { listWith } from "./list-request.ts";
import { isSorted, keyOf, type Order, orderOf } from "./order-of.ts";
import { suspicion } from "./suspicion.ts";

/**
 * A list that is asked for in an order comes in it, and in that of the default where none is asked for. The order is read from the values that
 * the parameter can have, or the items of its list: `price`, `-price`, `price:desc`, `price_desc`, with a member of the rows; or from a parameter
 * of its own, which is `asc` or `desc`.
 */
export async function checkOrder(run: Run, tested: TestedOperation): Promise<void> {
  const direction = directionOf(run, tested);
  const sort = placesOf(tested).find(({ in: location, name }) => location === "query" && name !== direction?.place.name && /^(sort|sort_?by|order|order_?by|ordering)(\[\])?$/i.test(name));
  if (sort === undefined) return;
  const parts = partsOf(schemasOf(run.api), sort.schema);
  const isList = parts.some(({ items }) => items !== undefined);
  const asked = isList ? parts.flatMap(({ items }) => partsOf(schemasOf(run.api), items)) : parts;
  const values = asked.flatMap((schema) => schema.enum ?? []).filter((value) => typeof value === "string");
  const members = rowMembers(run, tested);
  const orders = values.map((value) => {
    const order = orderOf(value, values);
    return { ...order, name: memberMeant(order.name, members) ?? order.name };
  });
  const usual = parts.find(({ default: given }) => given !== undefined)?.default?.value;
  const wishes: Wish[] = [
    ...values.map((value, index): Wish => ({ value: isList ? [value] : value, orders: orders.slice(index, index + 1) })),
    ...(typeof usual === "string" && values.includes(usual) ? [{ value: undefined, orders: orders.slice(values.indexOf(usual), values.indexOf(usual) + 1) }] : []),
    ...(isList ? pairsOf(values, orders) : directed(direction, values, orders)),
  ];
  for (const wish of wishes) if (await isBroken(run, tested, sort, wish)) return;
}

/** What is asked for, nothing for what comes without, what else is, and the order that it means. */
type Wish = { readonly value: Json | undefined; readonly orders: readonly Order[]; readonly also?: readonly [place: Place, value: Json] };

type Direction = { readonly place: Place; readonly values: readonly string[] };

/** A parameter that says which way: it can be nothing but a word for up, and one for down. */
function directionOf(run: Run, tested: TestedOperation): Direction | undefined {
  const directions = placesOf(tested).filter(({ in: location, name }) => location === "query" && /^(sort_?)?(direction|dir|order)$/i.test(name)).map((place): Direction => {
    const values = partsOf(schemasOf(run.api), place.schema).flatMap((schema) => schema.enum ?? []);
    return { place, values: values.filter((value) => typeof value === "string") };
  });
  return directions.find(({ values }) => values.length === 2 && values.every((value) => /^(asc|desc)(ending)?$/i.test(value)));
}

function directed(direction: Direction | undefined, values: readonly string[], orders: readonly Order[]): Wish[] {
  if (direction === undefined) return [];
  return values.flatMap((value, index) => orders.slice(index, index + 1).filter(({ isSaid }) => !isSaid).flatMap((order) => direction.values.map((which): Wish =>
    ({ value, orders: [{ ...order, direction: /^desc/i.test(which) ? -1 : 1, isSaid: true }], also: [direction.place, which] }))));
}

const mostPairs = 6;

/** Each two that are of different members. */
function pairsOf(values: readonly string[], orders: readonly Order[]): Wish[] {
  const pairs = orders.flatMap((first, one) => orders.flatMap((second, other): Wish[] => (first.name === second.name ? [] : [{ value: [values[one] ?? "", values[other] ?? ""], orders: [first, second] }])));
  return pairs.slice(0, mostPairs);
}

async function isBroken(run: Run, tested: TestedOperation, sort: Place, { value, orders, also }: Wish): Promise<boolean> {
  const list = await listWith(run, tested, [...(value === undefined ? [] : [[sort, value] as const]), ...(also === undefined ? [] : [also])]);
  const [first, second] = orders;
  if (list === undefined || first === undefined) return false;
  const wrong = second === undefined ? wrongRuns([list.rows], first) : wrongRuns(runsOf(list.rows, first.name), second);
  if (!wrong) return false;
  const shown = value === undefined ? `its default ${first.text}` : Array.isArray(value) ? value.join(",") : also === undefined ? value : `${value}, ${also[1]}`;
  suspicion(run, tested, list.answer, { code: "broken-order", key: "order", at: sort.at, message: `The rows are not in the order of ${shown}`, because: `The parameter ${sort.name} names the member ${(second ?? first).name} of the rows` });
  return true;
}

/** Rows that follow each other and have the same of a member: among them, the second order is what counts. */
function runsOf(rows: readonly JsonObject[], name: string): JsonObject[][] {
  const runs: JsonObject[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && JSON.stringify(member(last[0], name)) === JSON.stringify(member(row, name))) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** Whether rows that can all be compared are in another order. Which way is the usual one, only a sign or a word says. */
function wrongRuns(runs: readonly (readonly JsonObject[])[], { name, direction, isSaid }: Order): boolean {
  return runs.some((rows) => {
    const keys = rows.map((row) => keyOf(row, name));
    if (keys.length < 2 || keys.includes(undefined)) return false;
    const [isUp, isDown] = [isSorted(keys, 1), isSorted(keys, -1)];
    return isSaid ? !(direction === 1 ? isUp : isDown) : !isUp && !isDown;
  });
}
