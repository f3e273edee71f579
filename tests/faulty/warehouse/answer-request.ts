import { answerByRoute, type Route } from "../answer-by-route.ts";
import type { Call } from "./call.ts";
import type { Answer, Asked } from "./exchange.ts";
import { getHealth, getPhoto, getShelf, getStock, listMovements, putPhoto, subscribe } from "./house.ts";
import { changeItem, createItem, deleteItem, getItem, headItem, listItems, replaceItem } from "./items.ts";
import { createOrder, getOrder, listOrders } from "./orders.ts";
import type { Rules } from "./rules.ts";
import { isAllowed, type Ways } from "./security.ts";
import type { Store } from "./store.ts";

const routes: readonly Route<Call>[] = [
  { path: /^\/items$/, methods: { GET: { handle: listItems }, POST: { handle: createItem, isAllowed: by([["key"]]) } } },
  {
    path: /^\/items\/([^/]+)$/,
    methods: {
      GET: { handle: getItem },
      HEAD: { handle: headItem },
      PUT: { handle: replaceItem, isAllowed: by([["key"]]) },
      PATCH: { handle: changeItem, isAllowed: by([["key"]]) },
      DELETE: { handle: deleteItem, isAllowed: by([["key"]]) },
    },
  },
  { path: /^\/photos\/([^/]+)$/, methods: { GET: { handle: getPhoto }, PUT: { handle: putPhoto, isAllowed: by([["bearer"]]) } } },
  { path: /^\/aisles\/([^/]+)\/shelves\/([^/]+)$/, methods: { GET: { handle: getShelf } } },
  { path: /^\/orders$/, methods: { GET: { handle: listOrders, isAllowed: by([["bearer"], ["key", "clerk"]]) }, POST: { handle: createOrder, isAllowed: by([["bearer"]]) } } },
  { path: /^\/orders\/([^/]+)$/, methods: { GET: { handle: getOrder, isAllowed: by([["bearer"]]) } } },
  { path: /^\/subscriptions$/, methods: { POST: { handle: subscribe, isAllowed: by([["clerk"]]) } } },
  { path: /^\/movements$/, methods: { GET: { handle: listMovements } } },
  { path: /^\/stock$/, methods: { GET: { handle: getStock } } },
  { path: /^\/health$/, methods: { GET: { handle: getHealth } } },
];

/** The warehouse's answer to a request. */
export function answerRequest(asked: Asked, { rules, store }: { readonly rules: Rules; readonly store: Store }): Promise<Answer> {
  return answerByRoute(asked, { routes, rules, refusal: { "www-authenticate": 'Bearer realm="warehouse"' }, callOf: (call) => ({ ...call, store }) });
}

function by(ways: Ways): (asked: Asked) => boolean {
  return (asked) => isAllowed(asked, ways);
}
