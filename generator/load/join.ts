import type { Location } from "../diagnostics.ts";
import { isObject, type JsonObject, setMember } from "../json.ts";
import type { Document, Source } from "./document.ts";
import { anchorOf, type DynamicScopes, findDynamicScopes, markScopes } from "./dynamic-scopes.ts";
import { type Graph, locationOf, type Place, type Reference, report } from "./graph.ts";
import { type Placement, placeParts, wrapper } from "./placement.ts";

/** Joins the files of a graph, whose references are resolved, to one tree with local references only. */
export function join(graph: Graph, root: JsonObject, sources: ReadonlyMap<string, Source>): Document {
  breakEndlessChains(graph);
  const scopes = findDynamicScopes(graph);
  const placement = placeParts(graph);
  for (const reference of graph.references) rewrite(reference, scopes, placement);
  markScopes(graph, scopes, placement);
  for (const { node } of graph.nullables) allowNull(node);
  for (const node of graph.identified) dropNames(node);
  delete root["$self"];
  root["openapi"] = typeof root["openapi"] === "string" && root["openapi"].startsWith("3.2") ? "3.2.0" : "3.1.1";
  return { uri: graph.root.source.uri, root, sources, at: (pointer): Location => locationOf(placement.placeOf(pointer)) };
}

// A schema that is nothing but a reference to itself says nothing; any other object would have to be somewhere.
function breakEndlessChains(graph: Graph): void {
  for (const ring of findRings(graph)) {
    const [first] = ring;
    if (first?.kind === "schema") {
      const message = `The schema "${first.text}" is defined as itself. Any value is taken to be allowed here.`;
      report(graph, "endless-ref", message, placeOfRef(first));
      detach(graph, first);
      continue;
    }
    for (const reference of ring) report(graph, "cyclic-ref", `$ref "${reference.text}" leads back to itself.`, placeOfRef(reference));
  }
}

/** The references that lead to each other and nowhere else. Each is followed once. */
function findRings(graph: Graph): Reference[][] {
  const rings: Reference[][] = [];
  const settled = new Set<Reference>();
  for (const start of graph.byNode.values()) {
    if (nextReference(graph, start) === undefined) continue;
    const path = new Set<Reference>();
    let at: Reference | undefined = start;
    while (at !== undefined && !settled.has(at) && !path.has(at)) {
      path.add(at);
      at = nextReference(graph, at);
    }
    const followed = [...path];
    if (at !== undefined && path.has(at)) rings.push(followed.slice(followed.indexOf(at)));
    for (const reference of followed) settled.add(reference);
  }
  return rings;
}

function nextReference(graph: Graph, { target }: Reference): Reference | undefined {
  return target !== undefined && isObject(target.value) ? graph.byNode.get(target.value) : undefined;
}

function placeOfRef({ place }: Reference): Place {
  return { file: place.file, pointer: `${place.pointer}/$ref` };
}

function detach(graph: Graph, reference: Reference): void {
  delete reference.node["$ref"];
  reference.target = undefined;
  graph.byNode.delete(reference.node);
}

function rewrite(reference: Reference, scopes: DynamicScopes, placement: Placement): void {
  const { role, node, target, holder } = reference;
  const pointer = target === undefined ? undefined : placement.pointerOf(target);
  const text = pointer === undefined ? undefined : `#${pointer}`;
  switch (role) {
    case "container":
    case "anchor":
      return;
    case "ref":
      if (text !== undefined) node["$ref"] = text;
      else delete node["$ref"];
      return;
    case "mapping":
      if (holder === undefined) return;
      if (text !== undefined) setMember(node, holder.key, text);
      else delete node[holder.key];
      return;
    case "dynamic":
      rewriteDynamic(reference, text, scopes);
      return;
    default:
      return role satisfies never;
  }
}

/** Under this name a schema keeps the anchor that its `$dynamicRef` looks for, and where it leads if nobody around has it; see Document. */
const dynamicTarget = "x-specwright-dynamic";

function rewriteDynamic(reference: Reference, target: string | undefined, scopes: DynamicScopes): void {
  const { node } = reference;
  delete node["$dynamicRef"];
  if (target === undefined) return;
  const anchor = anchorOf(reference);
  const isOpen = anchor !== undefined && [...scopes.values()].some(({ anchors }) => anchors.has(anchor));
  if (isOpen) node[dynamicTarget] = { anchor, target };
  else if (node["$ref"] === undefined) node["$ref"] = target;
  else node["allOf"] = [...(Array.isArray(node["allOf"]) ? node["allOf"] : []), { $ref: target }];
}

/** Annotations stay on the outside, where readers look for them. */
const annotations = new Set(["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples", "externalDocs"]);

function allowNull(node: JsonObject): void {
  const inner: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (annotations.has(key) || key.startsWith("x-")) continue;
    setMember(inner, key, value);
    delete node[key];
  }
  const at = wrapper.split("/")[1] ?? "";
  node[at] = [inner, { type: "null" }];
}

// Every reference is a pointer now; a name left behind would change what the pointers are relative to.
function dropNames(node: JsonObject): void {
  delete node["$id"];
  delete node["$anchor"];
  delete node["$dynamicAnchor"];
}
