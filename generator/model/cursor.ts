import type { Json, JsonObject } from "../json.ts";
import { escapePointer, isObject, member } from "../json.ts";
import type { Reader } from "./reader.ts";
import type { Doc, Extension, Pointer } from "./schema.ts";

/**
 * An object of the document and where it stands. Reads members by type: one of another type is reported and counts as absent.
 * Of a part, which the output would lack, that is an error; of anything else a warning.
 *
 *     cursor.text("operationId")   "listPets"
 */
export class Cursor {
  readonly value: JsonObject;
  readonly pointer: Pointer;
  readonly reader: Reader;
  readonly #read = new Set(["$ref"]);

  constructor(value: JsonObject, pointer: Pointer, reader: Reader) {
    this.value = value;
    this.pointer = pointer;
    this.reader = reader;
  }

  /** The pointer of a member. */
  at(key: string): Pointer {
    return `${this.pointer}/${escapePointer(key)}`;
  }

  json(key: string): Json | undefined {
    this.#read.add(key);
    return member(this.value, key);
  }

  /** Any value, in a box: `null` is a value too. */
  box(key: string): { value: Json } | undefined {
    const value = this.json(key);
    return value === undefined ? undefined : { value };
  }

  /** A string. A number is taken for the text it is written as: `version: 1.0` in YAML. */
  text(key: string): string | undefined {
    const value = this.json(key);
    if (typeof value === "number") {
      this.reader.ignored(this.at(key), `"${key}" must be a string; ${value} is taken as "${value}".`);
      return String(value);
    }
    return typeof value === "string" ? value : this.#refuse(key, value, "a string");
  }

  flag(key: string): boolean | undefined {
    const value = this.json(key);
    return typeof value === "boolean" ? value : this.#refuse(key, value, "true or false");
  }

  strings(key: string): string[] | undefined {
    const list = this.list(key);
    return list?.filter((item, index): item is string => {
      if (typeof item === "string") return true;
      this.reader.ignored(`${this.at(key)}/${index}`, `An item of "${key}" must be a string; it is left out.`);
      return false;
    });
  }

  list(key: string): Json[] | undefined {
    const value = this.json(key);
    return Array.isArray(value) ? value : this.#refuse(key, value, "a list");
  }

  object(key: string): Cursor | undefined {
    const value = this.json(key);
    return isObject(value) ? new Cursor(value, this.at(key), this.reader) : this.#refuse(key, value, "an object");
  }

  /** The objects in a list. */
  objects(key: string): Cursor[] {
    return this.#itemsOf(key, (_item, at) => this.#refuseItem(key, at));
  }

  /** The objects in a map, in the document's order. */
  entries(key: string): Entry[] {
    const map = this.object(key);
    return map === undefined ? [] : entriesOf(map, (name) => map.object(name));
  }

  /** An object that the output would lack something without: a path item, an operation, a response. */
  part(key: string): Cursor | undefined {
    const value = this.json(key);
    // `null` is what YAML makes of nothing, and nothing is lost with it. An extension may be anything.
    const isLost = value !== undefined && value !== null && !isObject(value) && !key.startsWith("x-");
    return isLost ? this.#refusePart(this.at(key), value, "an object") : this.object(key);
  }

  /** The parts in a map, in the document's order. */
  parts(key: string): Entry[] {
    const map = this.part(key);
    return map === undefined ? [] : entriesOf(map, (name) => map.part(name));
  }

  /** The parts in a list. */
  partList(key: string): Cursor[] {
    const value = this.json(key);
    if (value !== undefined && value !== null && !Array.isArray(value)) return this.#refusePart(this.at(key), value, "a list") ?? [];
    return this.#itemsOf(key, (item, at) => (item === null ? this.#refuseItem(key, at) : this.#refusePart(at, item, "an object")));
  }

  /** What a person wrote about this object. */
  doc(): Doc {
    const doc: Doc = {};
    const summary = this.text("summary");
    const description = this.text("description");
    const deprecated = this.flag("deprecated");
    const externalDocs = this.externalDocs();
    if (summary !== undefined) doc.summary = summary;
    if (description !== undefined) doc.description = description;
    if (deprecated !== undefined) doc.deprecated = deprecated;
    if (externalDocs !== undefined) doc.externalDocs = externalDocs;
    return doc;
  }

  externalDocs(): Doc["externalDocs"] {
    const docs = this.object("externalDocs");
    const url = docs?.text("url");
    if (url === undefined) return undefined;
    const description = docs?.text("description");
    return description === undefined ? { url } : { url, description };
  }

  /** The `x-` members. To be called last: of every other member that was not read until then, it says that it has no effect. */
  extensions(): Extension[] {
    const extensions: Extension[] = [];
    for (const name of Object.keys(this.value)) {
      const value = this.value[name];
      if (value === undefined) continue;
      if (name.startsWith("x-")) extensions.push({ name, value });
      if (name.startsWith("x-") || this.#read.has(name)) continue;
      this.reader.ignored(this.at(name), `"${name}" has no effect here.`);
      this.#read.add(name);
    }
    return extensions;
  }

  #itemsOf(key: string, refuse: (item: Json, at: Pointer) => void): Cursor[] {
    const list = this.list(key) ?? [];
    return list.flatMap((item, index) => {
      const at = `${this.at(key)}/${index}`;
      if (isObject(item)) return [new Cursor(item, at, this.reader)];
      refuse(item, at);
      return [];
    });
  }

  #refuseItem(key: string, at: Pointer): void {
    this.reader.ignored(at, `An item of "${key}" must be an object; it is left out.`);
  }

  #refuse(key: string, value: Json | undefined, wanted: string): undefined {
    if (value !== undefined) this.reader.ignored(this.at(key), `"${key}" must be ${wanted}; it is left out.`);
    return undefined;
  }

  #refusePart(at: Pointer, value: Json, wanted: string): undefined {
    this.reader.wrongType(at, `This must be ${wanted}, not ${kindOf(value)}.`);
    return undefined;
  }
}

type Entry = { name: string; cursor: Cursor };

function entriesOf(map: Cursor, read: (name: string) => Cursor | undefined): Entry[] {
  return Object.keys(map.value).flatMap((name) => {
    const cursor = read(name);
    return cursor === undefined ? [] : [{ name, cursor }];
  });
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : JSON.stringify(value).slice(0, 80);
}
