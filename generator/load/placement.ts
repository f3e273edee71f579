import { type Json, type JsonObject, isObject, escapePointer, member, pointerTokens, setMember } from "../json.ts";
import type { File, Graph, Place, Reference } from "./graph.ts";
import { grammar, type Kind, sections } from "./grammar.ts";

/** Where the parts of all files stand in the one tree that they are joined to. */
export type Placement = {
  /** The pointer in the joined tree of a place in a file; `undefined` where that place is not part of it. */
  pointerOf(place: Place): string | undefined;
  /** The place in a file of a pointer in the joined tree. */
  placeOf(pointer: string): Place;
};

/** A part of a file that stands in the joined tree: at a pointer, or where another place of a file ends up. */
type Mount = { kind: Kind | "any"; source: Place; at: string | Place };

/**
 * Gives every part of another file that something refers to a place in the root's tree, and puts it there: where the root itself
 * says `Pet: { $ref: pet.yaml }`, in place of that; path items and whole maps where they are referred to; all else under
 * `components`, named after the last part of its pointer or after its file.
 */
export function placeParts(graph: Graph): Placement {
  const mounts = new Map<string, Mount>([[keyOf({ file: graph.root, pointer: "" }), rootMount(graph.root)]]);
  for (const reference of graph.references) if (isInlined(graph, reference)) inline(graph, reference, mounts);
  for (const reference of graph.references) replaceAlias(graph, reference, mounts);
  const others = graph.references.filter((reference) => isElsewhere(graph, reference) && !isInlined(graph, reference));
  for (const reference of byDepth(others)) addComponent(graph, reference, mounts);
  return placementOf(graph, mounts);
}

function rootMount(file: File): Mount {
  return { kind: "any", source: { file, pointer: "" }, at: "" };
}

function keyOf({ file, pointer }: Place): string {
  return `${file.source.uri}#${pointer}`;
}

function isElsewhere(graph: Graph, { target }: Reference): boolean {
  return target !== undefined && target.file !== graph.root;
}

/** `true` where the target takes the place of the reference, as the document has no name for it. */
function isInlined(graph: Graph, reference: Reference): boolean {
  if (reference.target === undefined) return false;
  return reference.role === "container" || (reference.kind === "pathItem" && isElsewhere(graph, reference));
}

function inline(graph: Graph, reference: Reference, mounts: Map<string, Mount>): void {
  const { target, holder, kind, place, role } = reference;
  if (target === undefined || holder === undefined) return;
  if (target.file !== graph.root && !mounts.has(keyOf(target))) {
    mounts.set(keyOf(target), { kind: role === "container" ? "any" : kind, source: target, at: place });
  }
  setIn(holder.parent, holder.key, role === "container" ? target.value : mergedPathItem(graph, reference));
}

function setIn(parent: JsonObject | Json[], key: string, value: Json): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else setMember(parent, key, value);
}

// OAS "Path Item Object": a $ref's target, and what stands beside it; where both have a field, the nearer one is taken.
function mergedPathItem(graph: Graph, reference: Reference): Json {
  const merged: JsonObject = {};
  let at: Json | undefined = reference.node;
  for (let hops = 0; isObject(at) && hops < 50; hops++) {
    copyFields(at, merged);
    at = graph.byNode.get(at)?.target?.value;
  }
  return merged;
}

const describing = new Set(["summary", "description", "servers"]);

function copyFields(from: JsonObject, to: JsonObject): void {
  for (const [key, value] of Object.entries(from)) {
    const known = Object.hasOwn(grammar.pathItem, key) || describing.has(key) || key.startsWith("x-");
    if (known && !Object.hasOwn(to, key)) to[key] = value;
  }
}

/** `components.schemas.Pet: { $ref: pet.yaml }` in the root is what gives that file its name. */
function replaceAlias(graph: Graph, reference: Reference, mounts: Map<string, Mount>): void {
  const { node, holder, place, target, kind, role } = reference;
  if (role !== "ref" || place.file !== graph.root || holder === undefined || !isElsewhere(graph, reference) || target === undefined) return;
  const tokens = pointerTokens(place.pointer);
  if (tokens.length !== 3 || tokens[0] !== "components" || tokens[1] !== sections[kind] || Object.keys(node).length !== 1) return;
  if (mounts.has(keyOf(target))) return;
  mounts.set(keyOf(target), { kind, source: target, at: place.pointer });
  setIn(holder.parent, holder.key, target.value);
}

/** Wholes before their parts, so that a part is found inside the whole. */
function byDepth(references: Reference[]): Reference[] {
  const depth = (reference: Reference): number => reference.target?.pointer.split("/").length ?? 0;
  return [...references].sort((a, b) => depth(a) - depth(b));
}

function addComponent(graph: Graph, { target, kind }: Reference, mounts: Map<string, Mount>): void {
  const section = sections[kind];
  if (target === undefined || section === undefined || findMount(mounts, target) !== undefined) return;
  const entries = ensureObject(ensureObject(isObject(graph.root.value) ? graph.root.value : {}, "components"), section);
  const name = freeName(entries, target);
  setMember(entries, name, target.value);
  mounts.set(keyOf(target), { kind, source: target, at: `/components/${section}/${escapePointer(name)}` });
}

function ensureObject(parent: JsonObject, key: string): JsonObject {
  const existing = member(parent, key);
  if (isObject(existing)) return existing;
  const created: JsonObject = {};
  parent[key] = created;
  return created;
}

function freeName(entries: JsonObject, { file, pointer }: Place): string {
  const last = pointerTokens(pointer).at(-1) ?? "";
  const stem = clean(file.source.uri.split(/[\\/]/).at(-1)?.replace(/(\.(ya?ml|json|schema|openapi))+$/i, "") ?? "");
  const own = clean(last);
  const names = own === "" || /^\d+$/.test(own) ? [stem] : [own, `${stem}_${own}`];
  const base = names.find((name) => name !== "" && !Object.hasOwn(entries, name));
  if (base !== undefined) return base;
  let number = 2;
  while (Object.hasOwn(entries, `${names[0]}${number}`)) number++;
  return `${names[0]}${number}`;
}

function clean(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, "_");
}

/** The mount that a place is in, with what remains of its pointer. */
function findMount(mounts: Map<string, Mount>, place: Place): { mount: Mount; rest: string } | undefined {
  let prefix = place.pointer;
  for (;;) {
    const mount = mounts.get(`${place.file.source.uri}#${prefix}`);
    const rest = place.pointer.slice(prefix.length);
    if (mount !== undefined && belongs(mount, rest)) return { mount, rest };
    if (prefix === "") return undefined;
    prefix = prefix.slice(0, prefix.lastIndexOf("/"));
  }
}

// `paths/pets.yaml` as a path item may hold `definitions` of its own beside the methods: those are not part of the path item.
function belongs({ kind }: Mount, rest: string): boolean {
  return rest === "" || kind === "any" || Object.hasOwn(grammar[kind], rest.split("/")[1] ?? "") || kind === "schema";
}

function placementOf(graph: Graph, mounts: Map<string, Mount>): Placement {
  const wrapped = new Set(graph.nullables.map(({ place }) => keyOf(place)));
  const pointerOf = (place: Place, hops = 0): string | undefined => {
    const found = hops > 50 ? undefined : findMount(mounts, place);
    if (found === undefined) return undefined;
    const { at } = found.mount;
    const prefix = typeof at === "string" ? at : pointerOf(at, hops + 1);
    return prefix === undefined ? undefined : prefix + (wrapped.size === 0 ? found.rest : throughWrappers(found.mount.source, found.rest, wrapped));
  };
  const origins = new Map<string, Place>();
  for (const { source } of mounts.values()) {
    const pointer = pointerOf(source);
    if (pointer !== undefined && !origins.has(pointer)) origins.set(pointer, source);
  }
  for (const { place } of graph.nullables) {
    const pointer = pointerOf(place);
    if (pointer !== undefined) origins.set(`${pointer}${wrapper}`, place);
  }
  // Thousands of references have the same target.
  const known = new Map<Place, string | undefined>();
  const remembered = (place: Place): string | undefined => {
    if (!known.has(place)) known.set(place, pointerOf(place));
    return known.get(place);
  };
  return { pointerOf: remembered, placeOf: (pointer) => placeIn(origins, pointer, graph.root) };
}

/** Where the assertions of a nullable schema go: `{ anyOf: [{ …assertions }, { type: "null" }] }`. */
export const wrapper = "/anyOf/0";

function throughWrappers(source: Place, rest: string, wrapped: ReadonlySet<string>): string {
  let original = source.pointer;
  let result = "";
  for (const token of rest.split("/").slice(1)) {
    if (wrapped.has(`${source.file.source.uri}#${original}`)) result += wrapper;
    original += `/${token}`;
    result += `/${token}`;
  }
  return result;
}

function placeIn(origins: ReadonlyMap<string, Place>, pointer: string, root: File): Place {
  let prefix = pointer;
  for (;;) {
    const origin = origins.get(prefix);
    if (origin !== undefined) return { file: origin.file, pointer: origin.pointer + pointer.slice(prefix.length) };
    if (prefix === "") return { file: root, pointer };
    prefix = prefix.slice(0, prefix.lastIndexOf("/"));
  }
}
