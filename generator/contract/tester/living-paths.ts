import type { Api } from "../../model/api.ts";
import type { Json } from "../../json.ts";
import type { Case, Values } from "./case.ts";
import type { Outcome } from "./exchange.ts";
import type { GivenPaths } from "./hooks.ts";
import { idOf, idsOf } from "./ids-in-answers.ts";
import { remembered } from "./remembered.ts";

/** What is there, as far as answers have told: path parameters by the template of the path. */
export type LivingPaths = {
  readonly learn: (one: Case, outcome: Outcome) => void;
  /**
   * All path parameters of a path that leads to something, or to a part of it: the latest that is known. What changes things is given only
   * what this run created, or was told that it may have.
   */
  readonly of: (path: string, method: string) => Values | undefined;
  /**
   * The same for one of several that learn at the same time, none of which knows of what the others learn: what each sends must not follow
   * from who was first. `join` takes in what was learnt.
   */
  readonly fork: () => LivingPaths & { readonly join: () => void };
};

/** Learns from what is created (RFC 9110 §15.3.2: Location, or else an id in the body) and from what is listed; `given` is there from the start. */
export function livingPaths(api: Api, given: GivenPaths = {}): LivingPaths {
  const ids = new Map<string, string>();
  for (const { path } of api.operations) {
    const [, parent, name] = /^(.*)\/\{([^{}/]+)\}$/.exec(path) ?? [];
    if (parent !== undefined && name !== undefined && !ids.has(keyOf(parent))) ids.set(keyOf(parent), name);
  }
  const created = new Map<string, readonly Things[]>();
  for (const [path, things] of Object.entries(given)) created.set(keyOf(path), things.map((thing) => namesIn(path).map((name) => thing[name] ?? null)));
  return pathsOn(ids, { created, listed: new Map() });
}

/** `ids` has the name of the parameter that tells the things below a path apart. */
function pathsOn(ids: ReadonlyMap<string, string>, { created, listed }: { created: Shelf; listed: Shelf }): LivingPaths {
  return {
    learn: ({ operation, values, request }, outcome) => {
      if (operation === undefined || values === undefined || outcome.kind !== "response") return;
      const { response } = outcome;
      const key = keyOf(operation.path);
      const own = namesIn(operation.path).map((name) => values.path.get(name) ?? null);
      const isGone = response.status === 404 || response.status === 410 || (request.method === "DELETE" && response.status < 300);
      if (isGone) for (const shelf of [created, listed]) shelf.set(key, (shelf.get(key) ?? []).filter((each) => !isSame(each, own)));
      const id = ids.get(key);
      if (id === undefined || response.status < 200 || response.status > 299) return;
      const isCreated = request.method === "POST";
      const [into, below] = [isCreated ? created : listed, `${key}/{}`];
      const more = (isCreated ? idOf(response, id) : idsOf(response, id)).map((found) => [...own, found]);
      into.set(below, [...(into.get(below) ?? []), ...more].slice(-most));
    },
    of: (path, method) => {
      const names = namesIn(path);
      const isSafe = method === "GET" || method === "HEAD";
      for (const key of keysAlong(path)) {
        const thing = created.get(key)?.at(-1) ?? (isSafe ? listed.get(key)?.at(-1) : undefined);
        if (thing !== undefined && thing.length === names.length) return new Map(names.map((name, index) => [name, thing[index] ?? null]));
      }
      return undefined;
    },
    fork: () => {
      const [ownCreated, ownListed] = [forkedShelf(created), forkedShelf(listed)];
      return {
        ...pathsOn(ids, { created: ownCreated, listed: ownListed }),
        join: () => {
          ownCreated.join();
          ownListed.join();
        },
      };
    },
  };
}

/** What a path's parameters are, in its order: templates that differ in names alone are of one thing (OAS "Paths Object"). */
type Things = readonly Json[];

const keyOf = remembered((path) => path.replace(/\{[^{}]*\}/g, "{}"));

const namesIn = remembered((path): readonly string[] => Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name));

/** A path, and those above it: what is there of `/orders/{id}` leads to `/orders/{id}/lines` as well. */
function keysAlong(path: string): string[] {
  const segments = keyOf(path).split("/");
  return segments.map((_, index) => segments.slice(0, segments.length - index).join("/"));
}

/** What is there by template. Lists are never changed, but replaced. */
type Shelf = { readonly get: (key: string) => readonly Things[] | undefined; readonly set: (key: string, things: readonly Things[]) => unknown };

function forkedShelf(base: Shelf): Shelf & { readonly join: () => void } {
  const changed = new Map<string, { readonly before: readonly Things[]; readonly now: readonly Things[] }>();
  return {
    get: (key) => changed.get(key)?.now ?? base.get(key),
    set: (key, now) => changed.set(key, { before: changed.get(key)?.before ?? base.get(key) ?? [], now }),
    join: () => {
      for (const [key, { before, now }] of changed) {
        const gone = before.filter((each) => !now.includes(each));
        const kept = (base.get(key) ?? []).filter((each) => !gone.includes(each));
        base.set(key, [...kept, ...now.filter((each) => !before.includes(each))].slice(-most));
      }
    },
  };
}

const most = 50;

function isSame(one: Things, other: Things): boolean {
  return one.every((value, index) => value === other[index]);
}
