import { member } from "../json.ts";
import type { Callback, Operation, PathItem } from "./api.ts";
import { buildOperation } from "./build-operation.ts";
import { buildParameters } from "./build-parameters.ts";
import { buildServers } from "./build-server.ts";
import type { Cursor } from "./cursor.ts";
import { extendPathItem } from "./extend-path-item.ts";
import { fixedMethods } from "./fixed-methods.ts";
import { present } from "./present.ts";
import { shared } from "./shared.ts";

// A path item has operations, an operation has callbacks, and a callback has path items: hence one file.

// Every operation has all parameters of its path item: without a limit, some megabytes could ask for billions.
const mostAdditional = 30;

/** A path item under its path, or a webhook's name, or a callback's expression (OAS "Path Item Object"). */
export function buildPathItem(cursor: Cursor, path: string): PathItem | undefined {
  const shelf = cursor.reader.shelves.pathItems;
  const pathItem = hasMoreThanRef(cursor) ? shelf.get(cursor, readExtended) : shared(cursor, shelf, readPathItem);
  return pathItem && { ...pathItem, path, operations: pathItem.operations.map((operation) => ({ ...operation, path })) };
}

/** A path item's `$ref` is not like others: what stands beside it counts as well. */
function hasMoreThanRef({ value }: Cursor): boolean {
  return member(value, "$ref") !== undefined && Object.keys(value).some((key) => !["$ref", "summary", "description"].includes(key));
}

function readExtended(cursor: Cursor): PathItem {
  const own = readPathItem(cursor);
  const base = shared(cursor, cursor.reader.shelves.pathItems, readPathItem);
  return base === undefined ? own : extendPathItem(base, own);
}

function readPathItem(cursor: Cursor): PathItem {
  const parameters = buildParameters(cursor);
  const servers = buildServers(cursor);
  const read = (entry: Cursor, method: string, additional: boolean): Operation =>
    buildOperation(entry, { method, additional, parameters, servers, callbacks: buildCallbacks(entry) });
  const operations = Object.keys(cursor.value).flatMap((name): Operation[] => {
    if (name === "additionalOperations") return additional(cursor).map((entry) => read(entry.cursor, entry.name, true));
    const entry = fixedMethods.has(name) ? cursor.part(name) : undefined;
    return entry === undefined ? [] : [read(entry, name, false)];
  });
  const doc = cursor.doc();
  return present({ at: cursor.pointer, path: "", parameters, operations, doc, servers, extensions: cursor.extensions() });
}

function additional(cursor: Cursor): ReturnType<Cursor["parts"]> {
  const entries = cursor.parts("additionalOperations");
  for (const { cursor: entry } of entries.slice(mostAdditional)) {
    entry.reader.ignored(entry.pointer, `A path has ${mostAdditional} additional operations at most; this one is left out.`);
  }
  return entries.slice(0, mostAdditional);
}

function buildCallbacks(operation: Cursor): Callback[] {
  return operation.parts("callbacks").flatMap(({ name, cursor }) => buildCallback(cursor, name) ?? []);
}

/** A callback under its name (OAS "Callback Object"). */
export function buildCallback(cursor: Cursor, name: string): Callback | undefined {
  const callback = shared(cursor, cursor.reader.shelves.callbacks, readCallback);
  return callback && { ...callback, name };
}

function readCallback(cursor: Cursor): Callback {
  const expressions = Object.keys(cursor.value).filter((name) => !name.startsWith("x-") && name !== "$ref");
  const pathItems = expressions.flatMap((expression) => {
    // Published callbacks hold all sorts of things; what is no path item is a warning.
    const entry = cursor.object(expression);
    return (entry && buildPathItem(entry, expression)) ?? [];
  });
  return { at: cursor.pointer, name: "", pathItems, extensions: cursor.extensions() };
}
