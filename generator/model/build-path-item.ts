import type { Callback, Operation, PathItem } from "./api.ts";
import { buildOperation } from "./build-operation.ts";
import { buildParameters } from "./build-parameters.ts";
import { buildServers } from "./build-server.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";
import { shared } from "./shared.ts";

// A path item has operations, an operation has callbacks, and a callback has path items: hence one file.

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

/** A path item under its path, or a webhook's name, or a callback's expression (OAS "Path Item Object"). */
export function buildPathItem(cursor: Cursor, path: string): PathItem | undefined {
  const pathItem = shared(cursor, cursor.reader.shelves.pathItems, readPathItem);
  return pathItem && { ...pathItem, path, operations: pathItem.operations.map((operation) => ({ ...operation, path })) };
}

function readPathItem(cursor: Cursor): PathItem {
  const parameters = buildParameters(cursor);
  const servers = buildServers(cursor);
  const read = (entry: Cursor, method: string, additional: boolean): Operation =>
    buildOperation(entry, { method, additional, parameters, servers, callbacks: buildCallbacks(entry) });
  const operations = Object.keys(cursor.value).flatMap((name): Operation[] => {
    if (name === "additionalOperations") return cursor.entries(name).map((entry) => read(entry.cursor, entry.name, true));
    const entry = methods.has(name) ? cursor.object(name) : undefined;
    return entry === undefined ? [] : [read(entry, name, false)];
  });
  const doc = cursor.doc();
  return present({ at: cursor.pointer, path: "", parameters, operations, doc, servers, extensions: cursor.extensions() });
}

function buildCallbacks(operation: Cursor): Callback[] {
  return operation.entries("callbacks").flatMap(({ name, cursor }) => buildCallback(cursor, name) ?? []);
}

/** A callback under its name (OAS "Callback Object"). */
export function buildCallback(cursor: Cursor, name: string): Callback | undefined {
  const callback = shared(cursor, cursor.reader.shelves.callbacks, readCallback);
  return callback && { ...callback, name };
}

function readCallback(cursor: Cursor): Callback {
  const expressions = Object.keys(cursor.value).filter((name) => !name.startsWith("x-") && name !== "$ref");
  const pathItems = expressions.flatMap((expression) => {
    const entry = cursor.object(expression);
    return (entry && buildPathItem(entry, expression)) ?? [];
  });
  return { at: cursor.pointer, name: "", pathItems, extensions: cursor.extensions() };
}
