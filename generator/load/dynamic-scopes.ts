import { isObject, type Json, type JsonObject, setMember, valueAt } from "../json.ts";
import type { Graph, Reference, Target } from "./graph.ts";
import type { Placement } from "./placement.ts";

/**
 * The dynamic anchors that a schema resource brings into scope when it is entered (JSON Schema Core 2020-12 §7.1, §8.2.3.2), for each
 * resource that has some which a `$dynamicRef` asks for.
 */
export type DynamicScopes = ReadonlyMap<string, { root: Json | undefined; anchors: Map<string, Target> }>;

/** The scopes that the references of a graph depend on: none where each `$dynamicRef` can lead to one schema only. */
export function findDynamicScopes(graph: Graph): DynamicScopes {
  const scopes = new Map<string, { root: Json | undefined; anchors: Map<string, Target> }>();
  const wanted = new Set(graph.references.flatMap((reference) => anchorOf(reference) ?? []));
  for (const name of wanted) {
    const anchors = graph.dynamicAnchors.get(name) ?? [];
    if (anchors.length < 2) continue;
    for (const anchor of anchors) {
      const { key, root } = resourceOf(graph, anchor);
      const scope = scopes.get(key) ?? { root, anchors: new Map<string, Target>() };
      if (!scope.anchors.has(name)) scope.anchors.set(name, anchor);
      scopes.set(key, scope);
      // It has to have a place in the document, though no other reference may lead to it.
      graph.references.push({ role: "anchor", node: {}, kind: "schema", holder: undefined, place: anchor, base: anchor.base, text: `#${name}`, target: anchor });
    }
  }
  return scopes;
}

/** The anchor that a `$dynamicRef` looks for in the dynamic scope: only where its first target is a dynamic one does that matter. */
export function anchorOf({ role, target, text }: Reference): string | undefined {
  const name = role === "dynamic" && target !== undefined && isObject(target.value) ? target.value["$dynamicAnchor"] : undefined;
  return typeof name === "string" && text.endsWith(`#${name}`) ? name : undefined;
}

/** Under this name a schema keeps what entering it, or the resource that it is in, brings into scope; see Document. */
const dynamicScope = "x-specwright-scope";

/** Writes scopes into the schemas at which a resource can be entered: its root, and what references lead to. */
export function markScopes(graph: Graph, scopes: DynamicScopes, placement: Placement): void {
  if (scopes.size === 0) return;
  for (const { root, anchors } of scopes.values()) if (isObject(root)) mark(root, anchors, placement);
  for (const { kind, target } of graph.references) {
    if (kind !== "schema" || target === undefined || !isObject(target.value)) continue;
    const scope = scopes.get(resourceOf(graph, target).key);
    if (scope !== undefined) mark(target.value, scope.anchors, placement);
  }
}

function mark(schema: JsonObject, anchors: ReadonlyMap<string, Target>, placement: Placement): void {
  const pointers: JsonObject = {};
  for (const [name, anchor] of anchors) {
    const pointer = placement.pointerOf(anchor);
    if (pointer !== undefined) setMember(pointers, name, `#${pointer}`);
  }
  schema[dynamicScope] = pointers;
}

/**
 * The resource that a place is in: what has an `$id`, else a file. In an OpenAPI document, whose schemas are not parts of one another, each
 * of these is a resource of its own.
 */
function resourceOf(graph: Graph, { file, pointer, base }: Target): { key: string; root: Json | undefined } {
  if (base !== file.base) return { key: base, root: graph.resources.get(base)?.value };
  const isDescription = isObject(file.value) && typeof file.value["openapi"] === "string";
  const root = isDescription ? /^\/components\/schemas\/[^/]+|^.*?\/(?:schema|itemSchema)(?=\/|$)/.exec(pointer)?.[0] ?? pointer : "";
  return { key: `${file.source.uri}#${root}`, root: valueAt(file.value, root) };
}
