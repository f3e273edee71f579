import type { Api } from "../../../model/api.ts";
import type { RequestValues } from "../case.ts";
import { defaultValue, defaultValues } from "../default-values.ts";
import type { Phase, TestedOperation } from "../phase.ts";
import { edgesOf } from "../values/edges.ts";
import { type Place, placesOf, valueAt, withValue } from "../values/places.ts";
import { validValues } from "../values/valid-values.ts";
import { acceptEach } from "./accept-each.ts";
import { inTurns } from "./in-turns.ts";
import { sendLargeIntegers } from "./large-integers.ts";
import { type Proposal, sendValid } from "./send-valid.ts";

/** Sends each edge of each parameter and body in a request that else says what it must: the same requests every time. */
export const coverage: Phase = {
  name: "coverage",
  run: async (run) => {
    for (const tested of run.operations) {
      await sendValid(run, tested, "coverage", coverageRequests(run.api, tested), most);
      await sendLargeIntegers(run, tested);
      await acceptEach(run, tested);
    }
  },
};

const most = 160;

/** The requests at the edges of what an operation allows. Whether a value is fit for its place is not looked at. */
export function coverageRequests(api: Api, tested: TestedOperation): Proposal[] {
  const base = defaultValues(api, tested);
  if (base === undefined) return [];
  const places = placesOf(tested);
  const all = defaultValues(api, tested, true);
  const values = validValues(api);
  const edges = places.map((place) => edgesOf(place.schema, values).map(({ value, title, isRare }): Proposal => ({ values: withValue(base, place, value), title: titled(place, title), ...(isRare && { isRare }) })));
  return [
    { values: base, title: "the least that it requires" },
    ...(all === undefined ? [] : [{ values: all, title: "all that is optional" }]),
    ...places.flatMap((place) => toggled(api, place, base, all)),
    ...partTypes(tested, base),
    ...inTurns(edges),
  ];
}

/** A part of a form that may be of several media types (OAS "Encoding Object"), of each but the first. */
function partTypes({ operation }: TestedOperation, { body, ...rest }: RequestValues): Proposal[] {
  const encodings = operation.requestBody?.content.find(({ name }) => name === body?.mediaType)?.encoding ?? [];
  return body === undefined ? [] : encodings.flatMap(({ property, contentType = "" }) => {
    const types = contentType.split(",").map((type) => type.trim()).filter((type) => !type.includes("*"));
    return property === undefined ? [] : types.slice(1).map((type): Proposal => ({ values: { ...rest, body: { ...body, contentTypes: { [property]: type } } }, title: `${property} as ${type}` }));
  });
}

/** With one optional alone, and without one alone. */
function toggled(api: Api, place: Place, base: RequestValues, all: RequestValues | undefined): Proposal[] {
  if (place.required && place.in !== "body") return [];
  const value = valueAt(base, place) === undefined ? defaultValue(api, place) : undefined;
  const isThere = !place.required && all !== undefined && valueAt(all, place) !== undefined;
  return [
    ...(value === undefined ? [] : [{ values: withValue(base, place, value), title: titled(place, "there alone") }]),
    ...(isThere ? [{ values: withValue(all, place, undefined), title: titled(place, "not there") }] : []),
  ];
}

function titled(place: Place, title: string): string {
  return place.in === "body" ? `${place.name}: ${title}` : `${place.in} ${place.name}: ${title}`;
}
