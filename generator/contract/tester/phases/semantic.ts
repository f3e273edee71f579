import type { Phase } from "../phase.ts";
import { checkBounds } from "./semantic/bounds.ts";
import { checkEchoedHeaders } from "./semantic/echoed-headers.ts";
import { checkListedIds } from "./semantic/echoed-ids.ts";
import { checkEchoedPath } from "./semantic/echoed-path.ts";
import { checkFilters } from "./semantic/filters.ts";
import { checkLanguages } from "./semantic/languages.ts";
import { checkLimit } from "./semantic/limit.ts";
import { checkOrder } from "./semantic/order.ts";
import { checkRanges } from "./semantic/ranges.ts";
import { checkToldPage } from "./semantic/told-page.ts";
import { checkWords } from "./semantic/words.ts";

/**
 * What the shape of a document lets us expect, though no schema says it: that ids are those that were asked for, that filters filter, limits
 * limit, and lists are in order. They are warnings: the document does not state them.
 */
export const semantic: Phase = {
  name: "semantic",
  run: async (run) => {
    for (const tested of run.operations) {
      await checkEchoedHeaders(run, tested);
      await checkEchoedPath(run, tested);
      if (tested.contract.method !== "GET") continue;
      await checkListedIds(run, tested);
      await checkLimit(run, tested);
      await checkToldPage(run, tested);
      await checkFilters(run, tested);
      await checkRanges(run, tested);
      await checkBounds(run, tested);
      await checkWords(run, tested);
      await checkLanguages(run, tested);
      await checkOrder(run, tested);
    }
  },
};
