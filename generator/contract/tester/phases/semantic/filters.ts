import { type Json, type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Place, placesOf } from "../../values/places.ts";
import { memberMeant, rowMembers, rowSchemas } from "../lists/row-members.ts";
import { membersNamed, partsOf, schemasOf } from "../stateful/schema-members.ts";
import { checkFilteredPages } from "./filtered-pages.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/**
 * A parameter that is called as a member of the rows, and has the same values or the same type, is a filter: each row has the value that was
 * asked for, or one of them. Of a list of free values, one is asked for that rows have.
 */
export async function checkFilters(run: Run, tested: TestedOperation): Promise<void> {
  const query = placesOf(tested).filter(({ in: location }) => location === "query");
  const all = query.length === 0 ? undefined : await listWith(run, tested, []);
  if (all === undefined || all.rows.length < 2) return;
  const members = rowMembers(run, tested);
  for (const place of query) {
    const name = memberMeant(place.name, members) ?? place.name;
    const met: Met[] = [];
    const values = valuesOf(run, tested, { place, name }, all.rows);
    // A value that the document does not list is found as such.
    const isListed = (value: Json | undefined) => values.length < 2 || value === undefined || values.flat().includes(value);
    for (const value of values) {
      const filtered = await listWith(run, tested, [[place, value]]);
      const wanted = Array.isArray(value) ? value : [value];
      const wrong = filtered?.rows.find((row) => !wanted.includes(member(row, name) ?? wanted[0] ?? null) && isListed(member(row, name)));
      if (filtered !== undefined && wrong === undefined) met.push({ value, count: filtered.rows.length, isThere: filtered.rows.some((row) => wanted.includes(member(row, name) ?? null)) });
      if (filtered === undefined || wrong === undefined) continue;
      met.length = 0;
      suspicion(run, tested, filtered.answer, { code: "broken-filter", key: place.name, at: place.at, message: `A row has ${name} ${JSON.stringify(member(wrong, name))} where ${JSON.stringify(value)} is asked for`, because: `The parameter ${place.name} is called as a member of the rows, and has the same values` });
      break;
    }
    const [largest] = met.filter(({ isThere }) => isThere).sort((one, other) => other.count - one.count);
    if (largest === undefined) continue;
    const wanted = Array.isArray(largest.value) ? largest.value : [largest.value];
    await checkFilteredPages(run, tested, { place, value: largest.value, isWanted: (row) => wanted.includes(member(row, name) ?? wanted[0] ?? null) });
    await checkTogether(run, tested, { place, name }, met.filter(({ isThere }) => isThere));
  }
}

/** A parameter, and the member of the rows that it is called as. */
type Filter = { readonly place: Place; readonly name: string };

/** A value that filters as it should, and how many rows there were on a page. */
type Met = { readonly value: Json; readonly count: number; readonly isThere: boolean };

/** What a list of two values asks for has rows of both, where they are few enough to stand on one page. */
async function checkTogether(run: Run, tested: TestedOperation, { place, name }: Filter, met: readonly Met[]): Promise<void> {
  const [one, other] = met.filter(({ value }) => Array.isArray(value)).sort((some, others) => some.count - others.count);
  if (one === undefined || other === undefined || one.count + other.count > 8) return;
  const both = [one.value, other.value].flat();
  const list = await listWith(run, tested, [[place, both]]);
  const lost = list === undefined ? undefined : both.find((value) => list.rows.every((row) => member(row, name) !== value));
  if (list === undefined || lost === undefined || list.rows.some((row) => !both.includes(member(row, name) ?? null))) return;
  suspicion(run, tested, list.answer, { code: "broken-filter", key: place.name, at: place.at, message: `No row has ${name} ${JSON.stringify(lost)} where ${JSON.stringify(both)} is asked for`, because: `Where only ${JSON.stringify(lost)} is asked for, there are such rows` });
}

/** What is asked for: each value of an enumeration that the rows have too, or a value that one row has and another has not. */
function valuesOf(run: Run, tested: TestedOperation, { place, name }: Filter, rows: readonly JsonObject[]): Json[] {
  const schemas = schemasOf(run.api);
  const row = rowSchemas(run, tested).flatMap((schema) => membersNamed(schemas, schema, name)).flatMap((schema) => partsOf(schemas, schema));
  const own = partsOf(schemas, place.schema);
  const items = own.flatMap((schema) => partsOf(schemas, schema.items));
  const isList = own.some(({ types }) => types?.includes("array") === true);
  const asked = isList ? items : own;
  const listed = asked.flatMap((schema) => schema.enum ?? []).filter((value) => typeof value === "string");
  const inRows = row.flatMap((schema) => schema.enum ?? []);
  if (listed.length > 0 && listed.every((value) => inRows.includes(value))) return isList ? listed.map((value) => [value]) : listed;
  // The same named schema says that both are the same thing.
  const isSame = isList && asked.some((schema) => schema.pattern !== undefined && row.some((other) => other.at === schema.at));
  const first = isSame ? rows.map((each) => member(each, name)).find((value) => typeof value === "string") : undefined;
  return first === undefined || rows.every((each) => member(each, name) === first) ? [] : [[first]];
}
