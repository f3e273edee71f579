import type { Operation } from "../../model/api.ts";
import { defaultUrl } from "../../model/default-url.ts";
import { type PartCall, partCall } from "./part-call.ts";

/** The part of an operation that has a server of its own. */
export function serverPart({ servers }: Operation): PartCall | undefined {
  const [first] = servers ?? [];
  return first === undefined ? undefined : partCall("server-url", "server", [defaultUrl(first)]);
}
