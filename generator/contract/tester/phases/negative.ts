import type { Api } from "../../../model/api.ts";
import type { BrokenRule, RequestValues } from "../case.ts";
import { defaultValues } from "../default-values.ts";
import type { WireRequest } from "../exchange.ts";
import type { Phase, Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";
import { breaksOf } from "../values/breaks.ts";
import { type Place, placesOf, withValue } from "../values/places.ts";
import { validValues } from "../values/valid-values.ts";
import { inTurns } from "./in-turns.ts";
import { isPlainlyWrong } from "./is-plainly-wrong.ts";
import { isKnown } from "./send-valid.ts";
import { sendTelling } from "./send-telling.ts";

/** Sends requests that break one rule of the document, which two validators have found in their bytes. */
export const negative: Phase = {
  name: "negative",
  run: async (run) => {
    for (const tested of run.operations) await sendInvalid(run, tested);
  },
};

const most = 200;

async function sendInvalid(run: Run, tested: TestedOperation): Promise<void> {
  const sent = new Set<string>();
  const faults = negativeRequests(run.api, tested);
  for (const [index, { values, title, place }] of faults.entries()) {
    if (sent.size >= most) return run.leaveOut(tested, faults.length - index);
    const prepared = prepareFault(tested, values);
    if (prepared === undefined || isKnown(prepared.request, sent)) continue;
    const { request, keyword, at, says } = prepared;
    const rule: BrokenRule = { keyword, at: at === "" ? place.at : at, in: place.in, ...(place.in !== "body" && { name: place.name }), says };
    const rewrite = (other: RequestValues) => {
      const again = prepareFault(tested, other);
      return again?.keyword === keyword && again.at === at ? again.request : undefined;
    };
    await sendTelling(run, tested, { case: { phase: "negative", operation: tested.operation, title, request, values, expectation: { kind: "invalid", rule } }, rewrite });
  }
}

/** A request that breaks one rule, which, and what that says: `"/title" must be a string`. */
function prepareFault(tested: TestedOperation, values: RequestValues): { readonly request: WireRequest; readonly keyword: string; readonly at: string; readonly says: string } | undefined {
  const prepared = prepareRequest(tested, values, "invalid");
  const [first, ...others] = prepared?.found ?? [];
  if (prepared === undefined || first === undefined || ofWriting.has(first.keyword) || others.some(({ keyword }) => keyword !== first.keyword)) return undefined;
  const { keyword, at, message, path = "" } = first;
  return { request: prepared.request, keyword, at, says: path === "" ? `it ${message}` : `${JSON.stringify(path)} ${message}` };
}

/** Where a style cannot hold a value, such as a dot in style label, it is another value that was sent, and each reads it in its own way. */
const ofWriting: ReadonlySet<string> = new Set(["style", "encoding", "syntax", "content", "depth"]);

/** A request with something that is wrong in one place. */
export type Fault = { readonly values: RequestValues; readonly title: string; readonly place: Place };

/** The requests that break a rule of an operation. Whether their bytes do is not looked at. */
export function negativeRequests(api: Api, tested: TestedOperation): Fault[] {
  const base = defaultValues(api, tested);
  if (base === undefined) return [];
  const places = placesOf(tested);
  const values = validValues(api);
  const missing = places.filter(({ required, in: location, name }) => required && location !== "path" && (location !== "body" || base.body?.mediaType === name))
    .map((place): Fault => ({ values: withValue(base, place, undefined), title: `${nameOf(place)} is missing`, place }));
  const broken = places.map((place) => breaksOf(place.schema, values)
    .filter((edge) => isPlainlyWrong(edge, place, tested))
    .map(({ value, title }): Fault => ({ values: withValue(base, place, value), title: `${nameOf(place)}: ${title}`, place })));
  return [...missing, ...inTurns(broken)];
}

function nameOf(place: Place): string {
  return place.in === "body" ? place.name : `${place.in} ${place.name}`;
}
