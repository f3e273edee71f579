import type { Phase, TestedOperation } from "../phase.ts";
import { checkMatch, checkNoneMatch } from "./protocol/conditional-requests.ts";
import { sendEmptyTexts } from "./protocol/empty-texts.ts";
import { checkHead } from "./protocol/head-like-get.ts";
import { checkMalformed } from "./protocol/malformed-requests.ts";
import { checkBodies } from "./protocol/odd-bodies.ts";
import { checkOddRequests } from "./protocol/odd-requests.ts";
import { checkMethods } from "./protocol/undocumented-methods.ts";

/**
 * Asks what client libraries do not ask: methods that are not documented, HEAD, OPTIONS, conditions, and bytes that are odd. Each finding is by a
 * clause of HTTP; where HTTP leaves it to the server, only failing is one.
 */
export const protocol: Phase = {
  name: "protocol",
  run: async (run) => {
    const byPath = new Map<string, TestedOperation[]>();
    for (const tested of run.operations) byPath.set(tested.operation.path, [...(byPath.get(tested.operation.path) ?? []), tested]);
    for (const tested of run.operations) {
      if (tested.contract.method === "GET") {
        await checkHead(run, tested);
        await checkNoneMatch(run, tested);
      }
      await checkMatch(run, tested);
      await checkBodies(run, tested);
      await checkOddRequests(run, tested);
      await sendEmptyTexts(run, tested);
    }
    const get = run.operations.find(({ contract }) => contract.method === "GET");
    if (get !== undefined) await checkMalformed(run, get);
    // At last: what is not documented may change anything.
    for (const tested of byPath.values()) await checkMethods(run, tested);
  },
};
