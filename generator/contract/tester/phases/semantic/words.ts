import { type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Place, placesOf } from "../../values/places.ts";
import { memberMeant, rowMembers } from "../lists/row-members.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/**
 * A parameter that is called as a search, or as a member in which rows differ, leaves out rows when it asks for what no row can have. Where the
 * very same rows come, nobody has looked at it. How words are compared is for the server to say.
 */
export async function checkWords(run: Run, tested: TestedOperation): Promise<void> {
  const members = rowMembers(run, tested);
  const places = placesOf(tested).filter((place) => place.in === "query" && !place.required && isText(run, place));
  const all = places.length === 0 ? undefined : await listWith(run, tested, []);
  if (all === undefined || all.rows.length < 2) return;
  for (const place of places) {
    const name = memberMeant(place.name, members);
    if (!isSearch.test(place.name) && !(name !== undefined && isVarious(all.rows, name))) continue;
    const found = await listWith(run, tested, [[place, nonsense]]);
    if (found === undefined || JSON.stringify(found.rows) !== JSON.stringify(all.rows)) continue;
    suspicion(run, tested, found.answer, {
      code: "broken-filter", key: place.name, at: place.at, message: `All rows come where ${place.name} is ${JSON.stringify(nonsense)}, as they do without it`,
      because: name === undefined ? `The name of the parameter ${place.name} says that rows are searched for` : `The parameter ${place.name} is called as the member ${name} of the rows`,
    });
  }
}

const nonsense = "zqxjkvbwpf";

const isSearch = /^(?:q|query|search|search_?(?:term|text|query)|terms?|keywords?)$/i;

/** Free text: what has a form of its own cannot be asked for as nothing has it. */
function isText(run: Run, { schema }: Place): boolean {
  const parts = partsOf(schemasOf(run.api), schema);
  return parts.some(({ types }) => types?.includes("string") === true) && parts.every(({ enum: listed, const: only, pattern, format, items }) => listed === undefined && only === undefined && pattern === undefined && format === undefined && items === undefined);
}

/** Whether rows have texts of that name that are not all alike: such as `currency` may be what all rows are told in. */
function isVarious(rows: readonly JsonObject[], name: string): boolean {
  const values = rows.map((row) => member(row, name));
  return new Set(values).size > 1 && values.every((value) => typeof value === "string");
}
