import type { RequestValues } from "./case.ts";
import { differences, withPartOf } from "./differences.ts";
import type { Outcome } from "./exchange.ts";
import type { TestedOperation } from "./phase.ts";
import { provenAgain, type Shown } from "./smallest-case.ts";

/** A case that is as near to the plainest request as one that shows the same can be, and the parts that still differ: what it is about. */
export type Nearest = { readonly shown: Shown; readonly about: readonly string[] };

/** What one part alone shows; or else puts part after part of a case back to what the plainest request has, as long as what was found still shows. */
export async function nearestCase(start: Shown, plain: RequestValues, { tested, shows }: { tested: TestedOperation; shows: (one: Shown["case"]) => Promise<Outcome | undefined> }): Promise<Nearest> {
  const alone = await showsAlone(start, plain, { tested, shows });
  if (alone !== undefined) return alone;
  let best = start;
  for (const part of differences(start.case.values ?? plain, plain).keys()) {
    const values = best.case.values && withPartOf(best.case.values, plain, part);
    const one = values && provenAgain(best.case, values, tested);
    const outcome = one && (await shows(one));
    if (one !== undefined && outcome !== undefined) best = { case: one, outcome };
  }
  const about = [...differences(best.case.values ?? plain, plain).keys()];
  const others = about.filter((part) => !part.startsWith("path "));
  // A path mostly differs because what it names must be there.
  return { shown: best, about: others.length > 0 ? others : about };
}

/** One part alone is mostly what it is about, or two that belong together: the plainest request, but for them. */
async function showsAlone({ case: one }: Shown, plain: RequestValues, { tested, shows }: { tested: TestedOperation; shows: (one: Shown["case"]) => Promise<Outcome | undefined> }): Promise<Nearest | undefined> {
  const { values = plain } = one;
  const parts = [...differences(values, plain).keys()].filter((part) => !part.startsWith("path ")).slice(0, mostParts);
  const pairs = parts.flatMap((part, index) => parts.slice(index + 1).map((other) => [part, other]));
  for (const about of [...parts.map((part) => [part]), ...pairs]) {
    const changed = about.reduce<RequestValues | undefined>((some, part) => some && withPartOf(some, values, part), { ...plain, path: values.path });
    const alone = changed && provenAgain(one, changed, tested);
    const outcome = alone && (await shows(alone));
    if (alone !== undefined && outcome !== undefined) return { shown: { case: alone, outcome }, about };
  }
  return undefined;
}

const mostParts = 8;
