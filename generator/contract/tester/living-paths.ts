import { isObject, type Json, member } from "../../json.ts";
import type { Api } from "../../model/api.ts";
import type { Case, Values } from "./case.ts";
import type { Outcome, WireResponse } from "./exchange.ts";
import { headerNamed } from "./checks/headers-named.ts";
import { exactJson } from "./exact-json.ts";

/** What is there, as far as answers have told: path parameters by the template of the path. */
export type LivingPaths = {
  readonly learn: (one: Case, outcome: Outcome) => void;
  /** Path parameters that lead to something: the latest that is known. What changes things is given only what this run created. */
  readonly of: (path: string, method: string) => Values | undefined;
  /**
   * The same for one of several that learn at the same time, none of which knows of what the others learn: what each sends must not follow
   * from who was first. `join` takes in what was learnt.
   */
  readonly fork: () => LivingPaths & { readonly join: () => void };
};

/** Learns from what is created (RFC 9110 §15.3.2: Location, or else an id in the body) and from what is listed. */
export function livingPaths(api: Api): LivingPaths {
  const byParent = new Map<string, Template>();
  for (const { path } of api.operations) {
    const [, parent, name] = /^(.*)\/\{([^{}/]+)\}$/.exec(path) ?? [];
    if (parent !== undefined && name !== undefined && !byParent.has(parent)) byParent.set(parent, { path, parent, name });
  }
  return pathsOn(byParent, { created: new Map(), listed: new Map() });
}

function pathsOn(templates: ReadonlyMap<string, Template>, { created, listed }: { created: Shelf; listed: Shelf }): LivingPaths {
  return {
    learn: ({ operation, values, request }, outcome) => {
      if (operation === undefined || values === undefined || outcome.kind !== "response") return;
      const { response } = outcome;
      const isGone = response.status === 404 || response.status === 410 || (request.method === "DELETE" && response.status < 300);
      if (isGone) for (const shelf of [created, listed]) shelf.set(operation.path, (shelf.get(operation.path) ?? []).filter((each) => !isSame(each, values.path)));
      const template = templates.get(operation.path);
      if (template === undefined || response.status < 200 || response.status > 299) return;
      const isCreated = request.method === "POST";
      const into = isCreated ? created : listed;
      const found = (isCreated ? [idOf(template, response)] : rowsOf(response).map((row) => idIn(row, template.name))).filter((id) => id !== undefined);
      const more = found.map((id): Values => new Map([...values.path, [template.name, id]]));
      into.set(template.path, [...(into.get(template.path) ?? []), ...more].slice(-most));
    },
    of: (path, method) => created.get(path)?.at(-1) ?? (method === "GET" || method === "HEAD" ? listed.get(path)?.at(-1) : undefined),
    fork: () => {
      const [ownCreated, ownListed] = [forkedShelf(created), forkedShelf(listed)];
      return {
        ...pathsOn(templates, { created: ownCreated, listed: ownListed }),
        join: () => {
          ownCreated.join();
          ownListed.join();
        },
      };
    },
  };
}

/** Path parameters by template. Lists are never changed, but replaced. */
type Shelf = { readonly get: (path: string) => readonly Values[] | undefined; readonly set: (path: string, values: readonly Values[]) => unknown };

function forkedShelf(base: Shelf): Shelf & { readonly join: () => void } {
  const changed = new Map<string, { readonly before: readonly Values[]; readonly now: readonly Values[] }>();
  return {
    get: (path) => changed.get(path)?.now ?? base.get(path),
    set: (path, now) => changed.set(path, { before: changed.get(path)?.before ?? base.get(path) ?? [], now }),
    join: () => {
      for (const [path, { before, now }] of changed) {
        const gone = before.filter((each) => !now.includes(each));
        const kept = (base.get(path) ?? []).filter((each) => !gone.includes(each));
        base.set(path, [...kept, ...now.filter((each) => !before.includes(each))].slice(-most));
      }
    },
  };
}

type Template = { readonly path: string; readonly parent: string; readonly name: string };

const most = 50;

function isSame(one: Values, other: Values): boolean {
  return [...one].every(([name, value]) => other.get(name) === value);
}

function idOf({ name }: Template, { headers, body }: WireResponse): Json | undefined {
  const location = headerNamed(headers, "location");
  const last = location?.split(/[?#]/, 1)[0]?.split("/").at(-1);
  const fromBody = idIn(jsonOf(body), name);
  return fromBody ?? (last === undefined || last === "" ? undefined : decoded(last));
}

function decoded(text: string): Json | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function rowsOf({ body }: WireResponse): Json[] {
  const value = jsonOf(body);
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value).find((each) => Array.isArray(each)) ?? [] : [];
}

function jsonOf(body: Uint8Array): Json | undefined {
  return body.length > 1_000_000 ? undefined : exactJson(new TextDecoder().decode(body));
}

/** What a path calls an object: its member of the parameter's name, or its `id`. */
function idIn(value: Json | undefined, name: string): Json | undefined {
  if (!isObject(value)) return undefined;
  const id = member(value, name) ?? member(value, "id");
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}
