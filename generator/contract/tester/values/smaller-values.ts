import { isObject, type Json, type JsonObject, setMember } from "../../../json.ts";

/** Values that are smaller than one, the smallest first: of texts and lists without parts of them, of numbers nearer to 0. Not judged. */
export function* smallerValues(value: Json): IterableIterator<Json> {
  if (typeof value === "string") yield* smallerTexts(value);
  else if (typeof value === "number") yield* smallerNumbers(value);
  else if (value === true) yield false;
  else if (Array.isArray(value)) yield* smallerLists(value);
  else if (isObject(value)) yield* smallerObjects(value);
}

function* smallerTexts(text: string): IterableIterator<Json> {
  if (text === "") return;
  yield "";
  const characters = Array.from(text);
  if (characters.length > 1) {
    yield characters.slice(0, Math.ceil(characters.length / 2)).join("");
    yield characters.slice(Math.floor(characters.length / 2)).join("");
  }
  if (characters.length > 40) return;
  for (let index = 0; index < characters.length; index++) if (characters.length > 1) yield characters.filter((_, other) => other !== index).join("");
  for (let index = 0; index < characters.length; index++) if (characters[index] !== "a") yield characters.with(index, "a").join("");
}

function* smallerNumbers(value: number): IterableIterator<Json> {
  const candidates = [0, 1, Math.trunc(value), Math.trunc(value / 2), Math.trunc(value) - Math.sign(value)];
  for (const candidate of candidates) if (Math.abs(candidate) < Math.abs(value)) yield candidate + 0;
  if (value < 0) yield -value;
}

function* smallerLists(list: readonly Json[]): IterableIterator<Json> {
  if (list.length === 0) return;
  yield [];
  if (list.length > 2) yield list.slice(0, Math.ceil(list.length / 2));
  for (let index = 0; index < Math.min(list.length, 20); index++) yield list.filter((_, other) => other !== index);
  for (const [index, item] of list.slice(0, 20).entries()) for (const smaller of smallerValues(item)) yield list.with(index, smaller);
}

function* smallerObjects(object: JsonObject): IterableIterator<Json> {
  const members = Object.entries(object);
  if (members.length > 1) yield {};
  for (const [name] of members) yield objectOf(members.filter(([other]) => other !== name));
  for (const [name, value] of members) {
    for (const smaller of smallerValues(value)) yield objectOf(members.map(([other, own]) => [other, other === name ? smaller : own]));
  }
}

function objectOf(members: readonly (readonly [string, Json])[]): JsonObject {
  const object: JsonObject = {};
  for (const [name, value] of members) setMember(object, name, value);
  return object;
}
