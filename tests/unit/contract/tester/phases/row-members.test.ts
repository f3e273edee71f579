import assert from "node:assert/strict";
import { test } from "node:test";
import { boundMeant, memberMeant } from "../../../../../generator/contract/tester/phases/lists/row-members.ts";

const members = ["id", "status", "createdAt", "departs_on", "price", "valid_from", "seen"];

test("a parameter means a member, whichever way both are written", () => {
  const meant = ["status", "filter[status]", "filter.status", "Status", "created_at", "created-at", "departsOn", "q", "page"].map((name) => memberMeant(name, members));
  assert.deepEqual(meant, ["status", "status", "status", "status", "createdAt", "createdAt", "departs_on", undefined, undefined]);
});

test("a name with a word of bounds means the least or the most that a member may be", () => {
  const told = ["created_after", "createdBefore", "min_price", "priceMax", "price[gte]", "departs_before", "seen_until", "filter[price][lte]"].map((name) => {
    const bound = boundMeant(name, members);
    return bound && `${bound.member} ${bound.side}`;
  });
  assert.deepEqual(told, ["createdAt least", "createdAt most", "price least", "price most", "price least", "departs_on most", "seen most", "price most"]);
});

test("a name that is that of a member is no bound, and a word alone is none", () => {
  assert.deepEqual(["valid_from", "validFrom", "from", "after", "max_results", "updated_after"].map((name) => boundMeant(name, members)), [undefined, undefined, undefined, undefined, undefined, undefined]);
});
