import type { Schema } from "../model/schema.ts";
import type { Change } from "./change.ts";
import type { SchemaPlace } from "./schema-place.ts";

/** What a change does to the values that a schema allows. */
export type Effect = "narrowed" | "widened" | "neither" | "both";

/**
 * A change of a schema: `request-property-max-decreased`. What narrows a request breaks its senders, what widens a response its readers;
 * the other way round nobody is.
 */
export function schemaChange(name: string, message: string, { effect, base, revision, place }: { effect: Effect; base: Schema; revision: Schema; place: SchemaPlace }): Change {
  const { direction, path = "", where, thing } = place;
  const breaks = effect === "both" || effect === (direction === "request" ? "narrowed" : "widened");
  return {
    rule: `${direction}-${thing === "body" && path !== "" ? "property" : thing}-${name}`,
    severity: breaks ? "breaking" : "info", where: path === "" ? where : `${where} ${path}`, message, base: base.at, revision: revision.at,
  };
}
