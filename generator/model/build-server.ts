import type { Server } from "./api.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";

/** The `servers` of the document, a path item or an operation. An empty list says nothing, and so gives none (OAS "servers"). */
export function buildServers(cursor: Cursor): Server[] | undefined {
  const servers = cursor.objects("servers").flatMap((entry) => buildServer(entry) ?? []);
  return servers.length > 0 ? servers : undefined;
}

function buildServer(cursor: Cursor): Server | undefined {
  const url = cursor.text("url");
  if (url === undefined) {
    cursor.reader.ignored(cursor.pointer, "A server without a url; it is left out.");
    return undefined;
  }
  const server: Server = {
    at: cursor.pointer,
    url,
    variables: cursor.entries("variables").map(({ name, cursor: entry }) => buildVariable(entry, name)),
    name: cursor.text("name"),
    description: cursor.text("description"),
  };
  cursor.extensions();
  return present(server);
}

function buildVariable(cursor: Cursor, name: string): Server["variables"][number] {
  const values = cursor.strings("enum");
  const variable = { name, default: cursor.text("default") ?? values?.[0] ?? "", enum: values, description: cursor.text("description") };
  cursor.extensions();
  return present(variable);
}
