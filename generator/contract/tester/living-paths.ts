import { isObject, type Json, member, parseJson } from "../../json.ts";
import type { Api } from "../../model/api.ts";
import type { Case, Values } from "./case.ts";
import type { Outcome, WireResponse } from "./exchange.ts";
import { headerNamed } from "./checks/headers-named.ts";

/** What is there, as far as answers have told: path parameters by the template of the path. */
export type LivingPaths = {
  readonly learn: (one: Case, outcome: Outcome) => void;
  /** Path parameters that lead to something: the latest that is known. What changes things is given only what this run created. */
  readonly of: (path: string, method: string) => Values | undefined;
};

/** Learns from what is created (RFC 9110 §15.3.2: Location, or else an id in the body) and from what is listed. */
export function livingPaths(api: Api): LivingPaths {
  const templates = [...new Set(api.operations.map(({ path }) => path))].flatMap((path): Template[] => {
    const [, parent, name] = /^(.*)\/\{([^{}/]+)\}$/.exec(path) ?? [];
    return parent === undefined || name === undefined ? [] : [{ path, parent, name }];
  });
  const created = new Map<string, Values[]>();
  const listed = new Map<string, Values[]>();
  const forget = (path: string, values: Values) => {
    for (const known of [created, listed]) known.set(path, (known.get(path) ?? []).filter((each) => !isSame(each, values)));
  };
  return {
    learn: ({ operation, values, request }, outcome) => {
      if (operation === undefined || values === undefined || outcome.kind !== "response") return;
      const { response } = outcome;
      const isGone = response.status === 404 || response.status === 410 || (request.method === "DELETE" && response.status < 300);
      if (isGone) forget(operation.path, values.path);
      const template = templates.find(({ parent }) => parent === operation.path);
      if (template === undefined || response.status < 200 || response.status > 299) return;
      const isCreated = request.method === "POST";
      const into = isCreated ? created : listed;
      const found = (isCreated ? [idOf(template, response)] : rowsOf(response).map((row) => idIn(row, template.name))).filter((id) => id !== undefined);
      const more = found.map((id): Values => new Map([...values.path, [template.name, id]]));
      into.set(template.path, [...(into.get(template.path) ?? []), ...more].slice(-most));
    },
    of: (path, method) => created.get(path)?.at(-1) ?? (method === "GET" || method === "HEAD" ? listed.get(path)?.at(-1) : undefined),
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
  return body.length > 1_000_000 ? undefined : parseJson(new TextDecoder().decode(body));
}

/** What a path calls an object: its member of the parameter's name, or its `id`. */
function idIn(value: Json | undefined, name: string): Json | undefined {
  if (!isObject(value)) return undefined;
  const id = member(value, name) ?? member(value, "id");
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}
