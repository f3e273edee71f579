import { ArgumentError } from "../../../../runtime/errors.ts";
import { defaultValues } from "../../default-values.ts";
import type { WireRequest } from "../../exchange.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { placesOf, withValue } from "../../values/places.ts";
import { ask, statuses } from "../ask.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";

/** Sends a query with a text that is empty, of each parameter that is one: it may count for nothing, be a text, or be refused. Only failing is wrong. */
export async function sendEmptyTexts(run: Run, tested: TestedOperation): Promise<void> {
  const base = defaultValues(run.api, tested);
  const texts = placesOf(tested).filter(({ in: location, schema }) => location === "query" && partsOf(schemasOf(run.api), schema).some(({ types }) => types?.includes("string") === true));
  for (const place of base === undefined ? [] : texts) {
    const request = base && requestOf(() => tested.write(withValue(base, place, "")));
    if (request === undefined) continue;
    await ask(run, { phase: "protocol", operation: tested.operation, title: `query ${place.name}: an empty text`, request, expectation: { kind: "status", statuses: statuses(200, 499), because: "An empty text may count for nothing (OAS \"Parameter Object\", allowEmptyValue)" } });
  }
}

function requestOf(write: () => WireRequest): WireRequest | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof ArgumentError || error instanceof URIError) return undefined;
    throw error;
  }
}
