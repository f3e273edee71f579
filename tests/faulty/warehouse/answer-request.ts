import type { Call } from "./call.ts";
import { type Answer, type Asked, Problem } from "./exchange.ts";
import { givenIn } from "./given.ts";
import { getHealth, getPhoto, getShelf, getStock, listMovements, putPhoto, subscribe } from "./house.ts";
import { changeItem, createItem, deleteItem, getItem, headItem, listItems, replaceItem } from "./items.ts";
import { createOrder, getOrder, listOrders } from "./orders.ts";
import type { Rules } from "./rules.ts";
import { isAllowed, type Ways } from "./security.ts";
import type { Store } from "./store.ts";
import { decoded } from "./texts.ts";

type Handler = (call: Call) => Answer | Promise<Answer>;

type Route = { readonly path: RegExp; readonly methods: Readonly<Record<string, { readonly handle: Handler; readonly security?: Ways }>> };

const routes: readonly Route[] = [
  { path: /^\/items$/, methods: { GET: { handle: listItems }, POST: { handle: createItem, security: [["key"]] } } },
  {
    path: /^\/items\/([^/]+)$/,
    methods: {
      GET: { handle: getItem },
      HEAD: { handle: headItem },
      PUT: { handle: replaceItem, security: [["key"]] },
      PATCH: { handle: changeItem, security: [["key"]] },
      DELETE: { handle: deleteItem, security: [["key"]] },
    },
  },
  { path: /^\/photos\/([^/]+)$/, methods: { GET: { handle: getPhoto }, PUT: { handle: putPhoto, security: [["bearer"]] } } },
  { path: /^\/aisles\/([^/]+)\/shelves\/([^/]+)$/, methods: { GET: { handle: getShelf } } },
  { path: /^\/orders$/, methods: { GET: { handle: listOrders, security: [["bearer"], ["key", "clerk"]] }, POST: { handle: createOrder, security: [["bearer"]] } } },
  { path: /^\/orders\/([^/]+)$/, methods: { GET: { handle: getOrder, security: [["bearer"]] } } },
  { path: /^\/subscriptions$/, methods: { POST: { handle: subscribe, security: [["clerk"]] } } },
  { path: /^\/movements$/, methods: { GET: { handle: listMovements } } },
  { path: /^\/stock$/, methods: { GET: { handle: getStock } } },
  { path: /^\/health$/, methods: { GET: { handle: getHealth } } },
];

/** The warehouse's answer to a request: what is wrong with it in the order of route, method, credentials and content. */
export async function answerRequest(asked: Asked, { rules, store }: { readonly rules: Rules; readonly store: Store }): Promise<Answer> {
  try {
    const [route] = routes.filter(({ path }) => path.test(asked.path));
    if (route === undefined) throw new Problem(404, "There is nothing here");
    const allowed = [...new Set([...Object.keys(route.methods), ...(route.methods["GET"] ? ["HEAD"] : []), "OPTIONS"])].sort().join(", ");
    if (asked.method === "OPTIONS") return { status: 204, headers: { allow: allowed } };
    const operation = route.methods[asked.method] ?? (asked.method === "HEAD" ? route.methods["GET"] : undefined);
    if (operation === undefined) throw new Problem(405, "Not with this method", { allow: allowed });
    if (operation.security !== undefined && !isAllowed(asked, operation.security)) throw new Problem(401, "Who are you?", { "www-authenticate": 'Bearer realm="warehouse"' });
    const path = (route.path.exec(asked.path) ?? []).slice(1).map(decoded);
    return await operation.handle({ asked, given: givenIn(asked, rules), rules, store, path });
  } catch (error) {
    if (error instanceof Problem) return error.answer;
    throw error;
  }
}
