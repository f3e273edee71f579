import type { Operation } from "../../../generator/model/api.ts";
import { type Found, routeFinder } from "../../support/route-finder.ts";

/** A route as routers are given it: placeholders are called `{p0}`, `{p1}`, …, for not every router takes every name. */
export type Route = { readonly method: string; readonly path: string; readonly names: readonly string[] };

/** What is asked, and what is right: a route by its index with the texts of its placeholders; none where nothing is to be found. */
export type Lookup = { readonly method: string; readonly path: string; readonly route?: number; readonly texts: readonly string[] };

/** Every route once, in several kinds of requests. Only `plain` is timed. */
export type Lookups = { readonly plain: Lookup[]; readonly escaped: Lookup[]; readonly misleading: Lookup[]; readonly absent: Lookup[] };

/** The routes of operations, in the document's order. */
export function routesOf(operations: readonly Operation[]): Route[] {
  return operations.map(({ method, path }) => {
    const names: string[] = [];
    const written = path.replace(/\{([^{}]*)\}/g, (_, name: string) => `{p${names.push(name) - 1}}`);
    return { method: method.toUpperCase(), path: written, names };
  });
}

/** Requests for each of the routes, and what is to be found for them. */
export function lookupsFor(routes: readonly Route[]): Lookups {
  const words = wordsByPlace(routes);
  const find = routeFinder(routes.map(({ path }) => path));
  const lookups = (write: (route: Route, index: number) => string) =>
    routes.map((route, index) => ({ method: route.method, path: write(route, index) })).flatMap((asked) => expected(asked, find(asked.path), routes));
  return {
    plain: lookups(({ path }, index) => filled(path, (place) => `x${index}-${place}`)),
    escaped: lookups(({ path }, index) => filled(path, (place) => `a%2Fb%20${index}%C3%A9${place}`)),
    // In place of placeholders stand words that other paths have there.
    misleading: lookups(({ path }, index) => path.split("/").map((segment, place) => filled(segment, () => words[place]?.[(index * 31) % words[place].length] ?? "x")).join("/")),
    absent: lookups(({ path }, index) => `${filled(path, (place) => `x${place}`)}${index % 2 === 0 ? "/" : "/nothing/here/at/all"}`),
  };
}

/** The segments without placeholders that are the first of paths, the second, and so on. */
function wordsByPlace(routes: readonly Route[]): string[][] {
  const split = [...new Set(routes.map(({ path }) => path))].map((path) => path.split("/"));
  return Array.from({ length: Math.max(...split.map(({ length }) => length)) }, (_, place) =>
    [...new Set(split.flatMap((segments) => segments[place] ?? []))].filter((segment) => segment !== "" && !segment.includes("{")));
}

function filled(path: string, text: (place: number) => string): string {
  return path.replace(/\{p(\d+)\}/g, (_, place: string) => text(Number(place)));
}

/** Nothing where the path is found but has no such method: routers disagree on that with reason. */
function expected(asked: { method: string; path: string }, found: Found | undefined, routes: readonly Route[]): Lookup[] {
  if (found === undefined) return [{ ...asked, texts: [] }];
  const route = routes.findIndex(({ method, path }) => method === asked.method && path === found.path);
  return route < 0 ? [] : [{ ...asked, route, texts: found.texts }];
}
