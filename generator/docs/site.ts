import type { Api, Operation, PathItem } from "../model/api.ts";
import type { SchemaId } from "../model/schema.ts";
import { planTypes, type TypePlan } from "../model/type-plan.ts";
import type { Sample } from "../samples/sample.ts";
import { samplesOf } from "../samples/samples-of.ts";
import { type Group, groupsOf } from "./groups.ts";
import { slugsOf } from "./slugs.ts";

/** What every page of a site is made from. */
export type Site = {
  api: Api;
  plan: TypePlan;
  groups: Group[];
  /** Pages by what they are about, as paths from the root of the site. */
  pages: { operations: ReadonlyMap<Operation, string>; groups: ReadonlyMap<Group, string>; schemas: ReadonlyMap<SchemaId, string> };
  samples: (operation: Operation) => Sample[];
  /** Requests that the API's owner sends: those pages have no samples, and nothing to try. */
  webhooks: ReadonlySet<Operation>;
  options: DocsOptions;
};

export type DocsOptions = {
  /** Where "try it" sends to by default, the address of a mock for instance; else the document's first server. */
  server?: string;
  /** Whether pages reload when the server that they came from says so. */
  live?: boolean;
};

/** Everything about an Api that its pages share. */
export function planSite(api: Api, options: DocsOptions): Site {
  const webhooks = api.webhooks.flatMap(({ operations }: PathItem) => operations);
  const operations = [...api.operations, ...webhooks];
  const groups = groupsOf(api, webhooks);
  const inFolder = <Thing>(folder: string, slugs: Map<Thing, string>) => new Map([...slugs].map(([thing, slug]) => [thing, `${folder}/${slug}.html`]));
  const schemaNames = new Map(api.schemas.map(({ id, component }) => [id, component ?? id]));
  return {
    api, plan: planTypes(api), groups, webhooks: new Set(webhooks), options, samples: samplesOf(api),
    pages: {
      operations: inFolder("operations", slugsOf(operations, ({ operationId, method, path }) => operationId ?? `${method} ${path}`)),
      groups: inFolder("tags", slugsOf(groups, ({ name }) => name)),
      schemas: inFolder("schemas", slugsOf([...schemaNames.keys()], (id) => schemaNames.get(id) ?? id)),
    },
  };
}
