import type { Json } from "../../json.ts";
import type { Api } from "../../model/api.ts";
import { randomOf } from "../../model/sample/random.ts";
import type { RequestValues } from "./case.ts";
import type { TestedOperation } from "./phase.ts";
import { prepareRequest } from "./prepare-request.ts";
import { choosing } from "./values/choices.ts";
import { nothingSaid, type Place, placesOf, withValue } from "./values/places.ts";
import { validValues } from "./values/valid-values.ts";

/**
 * A valid request of an operation that says no more than it must: the document's examples first, then its defaults, then values of the
 * schemas. With `all`, what is optional is there too, where it can be. `undefined` where no valid request was found. The same every time.
 */
export function defaultValues(api: Api, tested: TestedOperation, all = false): RequestValues | undefined {
  const known = all ? full : least;
  const ready = known.get(tested) ?? { values: find(api, tested, all) };
  known.set(tested, ready);
  return ready.values;
}

const least = new WeakMap<TestedOperation, { values: RequestValues | undefined }>();
const full = new WeakMap<TestedOperation, { values: RequestValues | undefined }>();

function find(api: Api, tested: TestedOperation, all: boolean): RequestValues | undefined {
  const places = placesOf(tested);
  let values: RequestValues | undefined = nothingSaid;
  for (const place of requiredPlaces(places)) {
    const value = defaultValue(api, place);
    if (value === undefined) return undefined;
    values = withValue(values, place, value);
  }
  if (!isValid(tested, values)) values = repaired(api, tested, requiredPlaces(places), values);
  if (!all || values === undefined) return values;
  for (const place of places) {
    if (place.required || (place.in === "body" && values.body !== undefined)) continue;
    const value = defaultValue(api, place);
    const fuller: RequestValues = value === undefined ? values : withValue(values, place, value);
    if (isValid(tested, fuller)) values = fuller;
  }
  return values;
}

/** What must be there; of several media types JSON, or else the first. */
function requiredPlaces(places: readonly Place[]): Place[] {
  const bodies = places.filter((place) => place.in === "body" && place.required);
  const body = bodies.find(({ name }) => /[/+]json\b/i.test(name)) ?? bodies[0];
  return places.filter((place) => place === body || (place.in !== "body" && place.required));
}

/** The value of a place that is taken where nothing else is: an example of its own that is valid, or the plainest that is made. */
export function defaultValue(api: Api, { schema, examples }: Place): Json | undefined {
  const { plain, judge } = validValues(api);
  const given = examples.flatMap(({ value }) => (value === undefined ? [] : [value.value]));
  return given.find((value) => judge.verdict(schema, value) === "valid") ?? plain(schema);
}

/** A value may be valid and yet not fit for its place, such as an empty text in a path: then another one is looked for. */
function repaired(api: Api, tested: TestedOperation, places: readonly Place[], values: RequestValues): RequestValues | undefined {
  const { random } = validValues(api);
  for (const place of places) {
    for (let seed = 1; seed <= 20; seed++) {
      const value = random(place.schema, choosing(randomOf(seed).next));
      const other = value === undefined ? values : withValue(values, place, value);
      if (isValid(tested, other)) return other;
    }
  }
  return undefined;
}

function isValid(tested: TestedOperation, values: RequestValues): boolean {
  return prepareRequest(tested, values, "valid") !== undefined;
}
