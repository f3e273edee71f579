import type { Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";
import { placesOf, withValue } from "../values/places.ts";
import { partsOf, schemasOf } from "./stateful/schema-members.ts";
import { defaultValues } from "../default-values.ts";

/** Asks for an integer beyond 2^53 where 64 bits are documented: one that JavaScript has no number for. */
export async function sendLargeIntegers(run: Run, tested: TestedOperation): Promise<void> {
  const base = defaultValues(run.api, tested);
  const places = placesOf(tested).filter((place) => (place.in === "path" || place.in === "query") && partsOf(schemasOf(run.api), place.schema).some(({ format }) => format === "int64"));
  for (const place of base === undefined ? [] : places) {
    // As a text of its digits it is written as it is.
    const values = base && withValue(base, place, beyond);
    const prepared = values && prepareRequest(tested, values, "valid");
    if (values === undefined || prepared === undefined) continue;
    await run.send({ phase: "coverage", operation: tested.operation, title: `${place.in} ${place.name}: ${beyond}, an integer of 64 bits`, request: prepared.request, values, expectation: { kind: "valid" } });
  }
}

const beyond = "9007199254740993";
