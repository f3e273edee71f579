import { escapePointer, isObject, type Json, type JsonObject, member } from "../json.ts";
import { type Graph, type Holder, type Place, type Reference, report, type Target } from "./graph.ts";
import { type Child, grammar, type Kind, mapsOfPathItems } from "./grammar.ts";
import { upgradeSchema } from "./upgrade-schema.ts";
import { resolveUri, splitReference } from "./uri.ts";

/**
 * Visits every OpenAPI object and schema below a place, as the grammar says, and notes in the graph what it finds: references,
 * `$id`s, anchors, mappings. Schemas are rewritten to 2020-12 on the way. Each object is visited once.
 * The depth of recursion is that of the text, which `parse` has limited.
 */
export function walk(graph: Graph, kind: Kind, target: Target): void {
  if (isObject(target.value)) visit(graph, kind, target.value, { place: target, base: target.base, holder: undefined });
}

/** Visits the members of a whole map or list that a `$ref` stood for. */
export function walkContainer(graph: Graph, kind: Kind, target: Target): void {
  visitChildren(graph, kind, target.value, { place: target, base: target.base });
}

/** Where walking is: the place, and the base URI that holds there. */
type Here = { place: Place; base: string };

function visit(graph: Graph, kind: Kind, node: JsonObject, here: Here & { holder: Holder | undefined }): void {
  if (graph.visited.has(node)) return;
  graph.visited.add(node);
  const { place, holder } = here;
  const base = kind === "schema" ? visitSchema(graph, node, here) : here.base;
  const text = member(node, "$ref");
  if (typeof text === "string") addReference(graph, { role: "ref", node, kind, holder, place, base, text });
  if (mapsOfPathItems.has(kind)) {
    visitChildren(graph, "pathItem", node, { place, base });
    return;
  }
  const fields = grammar[kind];
  for (const key in node) {
    const child = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (child !== undefined) visitField(graph, child, { parent: node, key }, { place, base });
  }
}

function visitField(graph: Graph, child: Child, holder: { parent: JsonObject; key: string }, here: Here): void {
  const value = holder.parent[holder.key];
  if (value === undefined || value === null || typeof value !== "object") return;
  const place: Place = { file: here.place.file, pointer: `${here.place.pointer}/${holder.key}` };
  const { base } = here;
  if (child.in === "value") {
    if (isObject(value)) visit(graph, child.kind, value, { place, base, holder });
    return;
  }
  const text = isObject(value) ? member(value, "$ref") : undefined;
  if (isObject(value) && typeof text === "string") {
    addReference(graph, { role: "container", node: value, kind: child.kind, holder, place, base, text });
    return;
  }
  visitChildren(graph, child.kind, value, { place, base });
}

function visitChildren(graph: Graph, kind: Kind, parent: Json, { place: { file, pointer }, base }: Here): void {
  if (Array.isArray(parent)) {
    for (const [index, node] of parent.entries()) {
      const key = String(index);
      if (isObject(node)) visit(graph, kind, node, { place: { file, pointer: `${pointer}/${key}` }, base, holder: { parent, key } });
    }
    return;
  }
  if (!isObject(parent)) return;
  for (const [key, node] of Object.entries(parent)) {
    if (!isObject(node) || (kind === "pathItem" && key.startsWith("x-"))) continue;
    visit(graph, kind, node, { place: { file, pointer: `${pointer}/${escapePointer(key)}` }, base, holder: { parent, key } });
  }
}

function addReference(graph: Graph, reference: Reference): void {
  graph.references.push(reference);
  if (reference.role === "ref") graph.byNode.set(reference.node, reference);
}

/** Upgrades a schema, notes its names, and gives the base URI inside it. */
function visitSchema(graph: Graph, node: JsonObject, here: Here): string {
  const { file, pointer } = here.place;
  const { notes, nullable } = upgradeSchema(node, file.dialect);
  for (const note of notes) report(graph, note.code, note.message, { file, pointer: pointer + note.pointer });
  if (nullable) graph.nullables.push({ node, place: here.place });
  const base = file.dialect === "3.0" ? here.base : noteNames(graph, node, here);
  if (node["discriminator"] !== undefined) noteMapping(graph, node, { place: here.place, base });
  return base;
}

// JSON Schema Core 2020-12 §8.2: an `$id` sets the base URI of its schema and of everything in it; anchors name a place in that.
function noteNames(graph: Graph, node: JsonObject, { place, base: outer }: Here): string {
  const { $id: id, $anchor: anchor, $dynamicAnchor: dynamicAnchor, $dynamicRef: dynamicRef } = node;
  if (id === undefined && anchor === undefined && dynamicAnchor === undefined && dynamicRef === undefined) return outer;
  const base = typeof id === "string" ? resolveUri(outer, splitReference(id).uri) ?? outer : outer;
  const target: Target = { ...place, value: node, base };
  if (base !== outer && !graph.resources.has(base)) graph.resources.set(base, target);
  for (const name of [anchor, dynamicAnchor]) if (typeof name === "string") graph.anchors.set(`${base}#${name}`, target);
  if (typeof dynamicAnchor === "string") {
    graph.dynamicAnchors.set(dynamicAnchor, [...(graph.dynamicAnchors.get(dynamicAnchor) ?? []), target]);
  }
  if (typeof dynamicRef === "string") {
    addReference(graph, { role: "dynamic", node, kind: "schema", holder: undefined, place, base, text: dynamicRef });
  }
  graph.identified.push(node);
  return base;
}

function noteMapping(graph: Graph, node: JsonObject, { place: { file, pointer }, base }: Here): void {
  const discriminator = node["discriminator"];
  const mapping = isObject(discriminator) ? member(discriminator, "mapping") : undefined;
  if (!isObject(discriminator)) return;
  const place = { file, pointer: `${pointer}/discriminator/mapping` };
  for (const [key, name] of isObject(mapping) ? Object.entries(mapping) : []) {
    if (typeof name === "string" && isObject(mapping)) noteMappingTo(graph, mapping, key, name, { place, base });
  }
  const fallback = member(discriminator, "defaultMapping");
  if (typeof fallback === "string") noteMappingTo(graph, discriminator, "defaultMapping", fallback, { place: { file, pointer: `${pointer}/discriminator` }, base });
}

// OAS 3.2 "Discriminator Object": a name of a schema under components comes before a URI reference of the same letters.
function noteMappingTo(graph: Graph, node: JsonObject, key: string, name: string, { place, base }: Here): void {
  const named = [graph.root, place.file].find((file) => hasComponentSchema(file.value, name));
  const target = named === undefined ? { base, text: name } : { base: named.base, text: `#/components/schemas/${escapePointer(name)}` };
  addReference(graph, { role: "mapping", node, kind: "schema", holder: { parent: node, key }, place, ...target });
}

function hasComponentSchema(value: Json, name: string): boolean {
  const components = isObject(value) ? member(value, "components") : undefined;
  const schemas = isObject(components) ? member(components, "schemas") : undefined;
  return isObject(schemas) && Object.hasOwn(schemas, name);
}
