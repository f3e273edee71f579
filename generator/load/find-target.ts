import { escapePointer, isObject, type Json, member, unescapePointer } from "../json.ts";
import type { File, Graph, Target } from "./graph.ts";
import { decode, resolveUri, splitReference } from "./uri.ts";

/** What a reference leads to; or the files that would have to be read first; or why it leads nowhere. */
export type Found =
  | { kind: "found"; target: Target }
  | { kind: "unread"; uris: string[] }
  | { kind: "nothing"; missing: string; in: Json };

/** Looks up a reference (RFC 3986 §5, RFC 6901 §6, JSON Schema Core 2020-12 §8.2) in what has been read so far. */
export function findTarget(graph: Graph, from: { file: File; base: string }, reference: string): Found {
  const { uri, fragment } = splitReference(reference);
  const candidates = absoluteUris(from, uri);
  const uris: string[] = [];
  let nothing: Found | undefined;
  for (const candidate of candidates) {
    const resource = graph.resources.get(candidate);
    if (resource === undefined) {
      uris.push(candidate);
      continue;
    }
    const found = followFragment(graph, from, resource, fragment);
    if (found.kind === "found") return found;
    nothing ??= found;
  }
  if (nothing !== undefined) return nothing;
  return uris.length > 0 ? { kind: "unread", uris } : { kind: "nothing", missing: reference, in: null };
}

// A relative reference is against the base URI; where `$id` or `$self` name a place that is not where the file was read from,
// the file's own neighbours are what its author has on disk.
function absoluteUris(from: { file: File; base: string }, written: string): string[] {
  // `pets.yaml/#/Pet`: a slash that a folder would have, and no file does.
  const uri = written.replace(/(\.(?:ya?ml|json))\/+$/i, "$1");
  const byBase = resolveUri(from.base, uri);
  const byFile = resolveUri(from.file.source.uri, uri);
  return [...new Set([byBase, byFile].filter((candidate) => candidate !== undefined))];
}

function followFragment(graph: Graph, from: { file: File }, resource: Target, fragment: string): Found {
  if (fragment === "") return { kind: "found", target: resource };
  if (fragment.startsWith("/")) return followPointer(graph, from, resource, fragment);
  const anchored = graph.anchors.get(`${resource.base}#${fragment}`) ?? graph.anchors.get(`${resource.base}#${decode(fragment)}`);
  if (anchored !== undefined) return { kind: "found", target: anchored };
  return { kind: "nothing", missing: fragment, in: null };
}

function followPointer(graph: Graph, from: { file: File }, resource: Target, fragment: string): Found {
  let here = resource;
  // What other files know of a converted one is how it was written.
  const written = resource.file === from.file ? fragment : resource.file.converted?.(fragment) ?? fragment;
  for (const raw of written.split("/").slice(1)) {
    const beyond = throughReference(graph, here);
    const step = stepInto(here, raw) ?? stepInto(beyond, raw);
    if (step === undefined) return { kind: "nothing", missing: unescapePointer(decode(raw)), in: beyond.value };
    here = step;
  }
  return { kind: "found", target: here };
}

function stepInto(here: Target, raw: string): Target | undefined {
  for (const token of new Set([unescapePointer(raw), unescapePointer(decode(raw))])) {
    const value = memberOf(here.value, token);
    if (value !== undefined) return { file: here.file, pointer: `${here.pointer}/${escapePointer(token)}`, value, base: baseInside(here, value) };
  }
  return undefined;
}

// JSON Schema Core 2020-12 §8.2.1. A property may be called `$id`, and then holds a schema.
function baseInside({ file, base }: Target, value: Json): string {
  const id = file.dialect !== "3.0" && isObject(value) ? member(value, "$id") : undefined;
  return typeof id === "string" ? resolveUri(base, splitReference(id).uri) ?? base : base;
}

// A pointer that goes on behind a `$ref` is beyond RFC 6901, but published documents have it and mean the obvious.
function throughReference(graph: Graph, here: Target): Target {
  let at = here;
  for (let hops = 0; hops < 50 && isObject(at.value); hops++) {
    const target = graph.byNode.get(at.value)?.target;
    if (target === undefined) return at;
    at = target;
  }
  return at;
}

function memberOf(value: Json, token: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}
