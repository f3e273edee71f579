import type { Operation, Server } from "../../model/api.ts";
import { type PartCall, partCall } from "./part-call.ts";

/** The part of an operation that has a server of its own. */
export function serverPart({ servers }: Operation): PartCall | undefined {
  const [first] = servers ?? [];
  return first === undefined ? undefined : partCall("server-url", "server", [defaultUrl(first)]);
}

/** The URL of a server with the defaults of its variables. */
function defaultUrl({ url, variables }: Server): string {
  const values = new Map(variables.map((variable) => [variable.name, variable.default]));
  return url.replace(/\{([^{}]*)\}/g, (written, name: string) => values.get(name) ?? written);
}
