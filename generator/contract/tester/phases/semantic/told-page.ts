import { isObject, type Json } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import type { Place } from "../../values/places.ts";
import { jsonOf } from "../ask.ts";
import { listParameters, rangeOf } from "../lists/list-parameters.ts";
import { memberMeant } from "../lists/row-members.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/**
 * A page that says which it is says what was asked for, or the default where nothing was: `limit`, `offset` and `page`, beside the rows or in
 * an object of their own. Without a limit, there are no more rows than its default.
 */
export async function checkToldPage(run: Run, tested: TestedOperation): Promise<void> {
  const { limit, offset, page } = listParameters(tested);
  const places = [limit, offset, page].filter((place) => place !== undefined);
  const plain = places.length === 0 ? undefined : await listWith(run, tested, []);
  if (plain === undefined) return;
  for (const place of places) {
    const usual = defaultOf(run, place);
    const range = rangeOf(run, place.schema);
    const asked = range && Math.min(range.most, range.least + 1);
    const other = asked === undefined ? undefined : await listWith(run, tested, [[place, asked]]);
    const because = `The answer has a member that is called as the parameter ${place.name}`;
    if (usual !== undefined && place === limit && plain.rows.length > usual) {
      return suspicion(run, tested, plain.answer, { code: "broken-paging", key: "default", at: place.at, message: `${plain.rows.length} rows come without ${place.name}, whose default is ${usual}`, because: "The default is what the server takes where nothing is given (OAS \"Schema Object\", default)" });
    }
    for (const [list, wanted, how] of [[plain, usual, "by default"], [other, asked, "in the request"]] as const) {
      // Who asks for a page that there is not may be given another.
      if (list === undefined || wanted === undefined || list.rows.length === 0) continue;
      const told = toldIn(jsonOf(list.answer), place.name);
      if (told === undefined || told === wanted) continue;
      return suspicion(run, tested, list.answer, { code: "broken-paging", key: "told", at: place.at, message: `The answer says that ${place.name} is ${told}, which is ${wanted} ${how}`, because });
    }
  }
}

function defaultOf(run: Run, { schema }: Place): number | undefined {
  const value = partsOf(schemasOf(run.api), schema).find((part) => part.default !== undefined)?.default?.value;
  return typeof value === "number" ? value : undefined;
}

/** The number that a body says beside its list, or in an object beside it. */
function toldIn(body: Json | undefined, name: string): number | undefined {
  const objects = [body, ...(isObject(body) ? Object.values(body) : [])].filter(isObject);
  const values = objects.map((object) => object[memberMeant(name, Object.keys(object)) ?? ""]);
  return values.find((value) => typeof value === "number");
}
