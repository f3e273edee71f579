import { isObject, type Json, member } from "../../../../json.ts";
import { rowsOf } from "../lists/rows-of.ts";
import type { Kept } from "./described-alike.ts";
import { changedMembers, isKept } from "./kept-members.ts";
import { membersNamed, partsOf } from "./schema-members.ts";

/** The members of several things that are written at once that read otherwise. Each is looked for among all that come back, as many as were sent. */
export function changedRows(sent: readonly Json[], told: Json | undefined, { schemas, writing, reading }: Kept): string[] {
  const rows = rowsOf(told);
  if (rows === undefined || rows.length !== sent.length || !sent.every(isObject)) return [];
  const parts = partsOf(schemas, reading);
  const lists = Array.isArray(told) ? parts : parts.flatMap(({ properties = [] }) => properties.flatMap(({ schema }) => partsOf(schemas, schema)));
  const itemsOf = (some: typeof parts) => ({ at: "", anyOf: some.flatMap(({ items }) => (items === undefined ? [] : [items])) });
  const kept: Kept = { schemas, writing: itemsOf(partsOf(schemas, writing)), reading: itemsOf(lists) };
  const lost = sent.map((one, index) => (rows.some((row) => changedMembers(one, row, kept).length === 0) ? [] : changedMembers(one, rows[index], kept)));
  return [...new Set(lost.flat())];
}

/** The members that were not sent, and come back with another value than their default. */
export function otherDefaults(sent: Json, told: Json | undefined, kept: Kept): { readonly name: string; readonly wanted: Json; readonly given: Json }[] {
  if (!isObject(sent) || !isObject(told)) return [];
  return Object.entries(told).flatMap(([name, given]) => {
    if (Object.hasOwn(sent, name) || member(told, name) === undefined || !isKept(kept, name)) return [];
    const described = membersNamed(kept.schemas, kept.writing, name).flatMap((schema) => partsOf(kept.schemas, schema));
    const usual = described.find((part) => part.default !== undefined)?.default?.value;
    const isPlain = typeof usual === "string" || typeof usual === "number" || typeof usual === "boolean";
    return isPlain && typeof given === typeof usual && given !== usual ? [{ name, wanted: usual, given }] : [];
  });
}
