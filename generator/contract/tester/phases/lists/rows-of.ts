import { isObject, type Json, type JsonObject, member } from "../../../../json.ts";

/** The rows of a list: the list itself, or the one list of objects among its members. `undefined` where there is none, or more than one. */
export function rowsOf(body: Json | undefined): JsonObject[] | undefined {
  if (Array.isArray(body)) return allObjects(body);
  if (!isObject(body)) return undefined;
  const lists = Object.values(body).filter((each) => Array.isArray(each)).filter((list) => list.length === 0 || isObject(list[0]));
  const [only, ...others] = lists;
  return only === undefined || others.length > 0 ? undefined : allObjects(only);
}

function allObjects(list: readonly Json[]): JsonObject[] | undefined {
  const rows = list.filter(isObject);
  return rows.length === list.length ? rows : undefined;
}

/** What each row is called, where each is called otherwise: by a member that is an id, or else by all that it says. */
export function identitiesOf(rows: readonly JsonObject[]): readonly string[] | undefined {
  for (const name of ["id", "_id", "uuid", "key"]) {
    const ids = rows.map((row) => member(row, name));
    if (rows.length > 0 && ids.every((id) => typeof id === "string" || typeof id === "number")) return unique(ids.map((id) => String(id)));
  }
  return unique(rows.map((row) => JSON.stringify(row)));
}

function unique(ids: readonly string[]): readonly string[] | undefined {
  return new Set(ids).size === ids.length ? ids : undefined;
}
