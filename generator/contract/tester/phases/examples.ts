import type { Api } from "../../../model/api.ts";
import { defaultValues } from "../default-values.ts";
import type { Phase, TestedOperation } from "../phase.ts";
import { type Place, placesOf, withValue } from "../values/places.ts";
import { type Proposal, sendValid } from "./send-valid.ts";

/**
 * Sends every example of the document that is valid: those of one name together, as OAS has them belong together by their names, and each
 * other one in a request that else says what it must. One that has the name of an error's example may well lead to that error.
 */
export const examples: Phase = {
  name: "examples",
  run: async (run) => {
    for (const tested of run.operations) await sendValid(run, tested, "examples", exampleRequests(run.api, tested), most);
  },
};

const most = 100;

/** The requests that the examples of an operation make. Whether they are valid is not looked at. */
export function exampleRequests(api: Api, tested: TestedOperation): Proposal[] {
  const base = defaultValues(api, tested);
  if (base === undefined) return [];
  const places = placesOf(tested);
  const named = [...new Set(places.flatMap(({ examples: given }) => given.map(({ name }) => name)))].map((name): Proposal => {
    const together = places.reduce((values, place) => withExample(values, place, name), base);
    return { values: together, title: name === "" ? "the document's example" : `the document's examples named ${JSON.stringify(name)}`, kind: isOfError(tested, name) ? "any" : "valid" };
  });
  const single = places.flatMap((place) => place.examples.flatMap(({ name, value }): Proposal[] => {
    if (value === undefined) return [];
    return [{ values: withValue(base, place, value.value), title: `${titleOf(place)} as in ${name === "" ? "its example" : `example ${JSON.stringify(name)}`}`, kind: isOfError(tested, name) ? "any" : "valid" }];
  }));
  const ofSchemas = places.flatMap((place) => (place.schema.doc?.examples ?? []).map((value, index): Proposal => ({ values: withValue(base, place, value), title: `${titleOf(place)} as in example ${index} of its schema` })));
  return [{ values: base, title: "the least that it requires" }, ...named, ...single, ...ofSchemas];
}

function withExample(values: Proposal["values"], place: Place, name: string): Proposal["values"] {
  const value = place.examples.find((example) => example.name === name)?.value;
  // A request has one body, which the first media type with such an example has.
  if (value === undefined || (place.in === "body" && values.body !== undefined && values.body.mediaType !== place.name && place.required === false)) return values;
  return withValue(values, place, value.value);
}

/** Whether the document has an example of this name for an error, and for no success. */
function isOfError({ operation }: TestedOperation, name: string): boolean {
  if (name === "") return false;
  const having = operation.responses.filter(({ content }) => content.some(({ examples: given }) => given.some((example) => example.name === name)));
  return having.length > 0 && having.every(({ status }) => /^[45]|default/.test(status));
}

function titleOf(place: Place): string {
  return place.in === "body" ? `a body of ${place.name}` : `${place.in} ${place.name}`;
}
