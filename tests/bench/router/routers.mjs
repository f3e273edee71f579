// The routers that are measured: each is made of `[{ method, path, names }]`, whose paths have their placeholders as `{p0}`, and gives what
// finds a route: `(method, path) => …`. What they find is told by `read`: the route's index, and the texts of its placeholders in their
// order. `names` is what the document calls these.
import FindMyWay from "find-my-way";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import { match as pathMatch } from "path-to-regexp";
import { match } from "./match.mjs";

const withColons = (path) => path.replace(/\{(p\d+)\}/g, ":$1");
const decoded = (texts) => texts.map((text) => decodeURIComponent(text ?? ""));

export const routers = {
  specwright: (routes) => ({
    find: (method, path) => {
      const found = match(path);
      return found && found.methods[method] !== undefined ? found : undefined;
    },
    read: ({ methods, texts }, method) => ({ route: methods[method], texts: decoded(routes[methods[method]].names.map((name) => texts[name])) }),
  }),
  "find-my-way": (routes) => {
    const router = FindMyWay({ maxParamLength: 1000 });
    for (const [route, { method, path }] of routes.entries()) router.on(method, withColons(path), () => undefined, { route });
    // What it gives is decoded already.
    return { find: (method, path) => router.find(method, path) ?? undefined, read: ({ store, params }) => ({ route: store.route, texts: Object.values(params) }) };
  },
  "hono, SmartRouter": (routes) => hono(new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] }), routes),
  "hono, TrieRouter": (routes) => hono(new TrieRouter(), routes),
  // One pattern after the other, as Express does it.
  "path-to-regexp": (routes) => {
    const patterns = new Map();
    for (const [route, { method, path }] of routes.entries()) patterns.set(method, [...(patterns.get(method) ?? []), { route, match: pathMatch(withColons(path), { trailing: false }) }]);
    const find = (method, path) => {
      for (const { route, match: matches } of patterns.get(method) ?? []) {
        const found = matches(path);
        if (found) return { route, found };
      }
      return undefined;
    };
    return { find, read: ({ route, found }) => ({ route, texts: Object.values(found.params) }) };
  },
};

function hono(router, routes) {
  for (const [route, { method, path }] of routes.entries()) router.add(method, withColons(path), route);
  const find = (method, path) => {
    const found = router.match(method, path);
    return found[0].length > 0 ? found : undefined;
  };
  const read = ([[first], stash]) => {
    const [route, places] = first;
    return { route, texts: decoded(Object.values(places).map((place) => (stash ? stash[place] : place))) };
  };
  return { find, read };
}
