import fc from "fast-check";
import type { Api } from "../../../model/api.ts";
import type { RequestValues } from "../case.ts";
import { defaultValues } from "../default-values.ts";
import type { Phase, TestedOperation } from "../phase.ts";
import { nothingSaid, type Place, placesOf, withValue } from "../values/places.ts";
import { type ValidValues, validValues } from "../values/valid-values.ts";
import { Later } from "../values/later.ts";
import { type Proposal, sendValid } from "./send-valid.ts";

/** Sends random valid requests, the same ones for the same seed of the run. What fails is made smaller by whoever sends. */
export const fuzz: Phase = {
  name: "fuzz",
  run: async (run) => {
    for (const tested of run.operations) {
      const seed = Math.floor(run.random(tested.operation)() * 0x7fffffff);
      await sendValid(run, tested, "fuzz", fuzzRequests(run.api, tested, seed), most);
    }
  },
};

const most = 40;

/** Random requests of an operation. Whether a value is fit for its place is not looked at. */
export function fuzzRequests(api: Api, tested: TestedOperation, seed: number): Proposal[] {
  // Where no plain request is found, no other will be.
  if (defaultValues(api, tested) === undefined) return [];
  const requests = fc.sample(new Later(requestArbitrary(placesOf(tested), validValues(api))), { seed, numRuns: tries });
  return requests.map((valuesOf, index) => ({
    get values() {
      return valuesOf();
    },
    title: `random values ${index + 1} of seed ${seed}`,
  }));
}

/** Some will not be fit to be sent. */
const tries = 60;

function requestArbitrary(places: readonly Place[], values: ValidValues): fc.Arbitrary<RequestValues> {
  const able = places.filter(({ schema }) => values.plain(schema) !== undefined);
  const valueOf = ({ schema }: Place) => values.arbitrary(schema);
  const bodies = able.filter((place) => place.in === "body");
  const parameters = able.filter((place) => place.in !== "body").map((place) => {
    const given = valueOf(place).map((value) => ({ place, value }));
    return place.required ? given : fc.option(given, { nil: undefined, freq: 1 });
  });
  const body = bodies.length === 0 ? fc.constant(undefined) : fc.oneof(...bodies.map((place) => valueOf(place).map((value) => ({ place, value }))));
  const whole = bodies.some(({ required }) => required) ? body : fc.option(body, { nil: undefined, freq: 3 });
  return fc.tuple(whole, ...parameters).map((given) => given.reduce<RequestValues>((request, one) => (one === undefined ? request : withValue(request, one.place, one.value)), nothingSaid));
}
