import { escapePointer, isObject, type Json, type JsonObject, member } from "../json.ts";
import { type File, type Graph, type Reference, report, type Target } from "./graph.ts";
import { type Child, grammar, type Kind, mapsOfPathItems } from "./grammar.ts";
import { upgradeSchema } from "./upgrade-schema.ts";
import { resolveUri, splitReference } from "./uri.ts";

/**
 * Visits every OpenAPI object and schema below a place, as the grammar says, and notes in the graph what it finds: references,
 * `$id`s, anchors, mappings. Schemas are rewritten to 2020-12 on the way. Each object is visited once.
 * The depth of recursion is that of the text, which `parse` has limited.
 */
export function walk(graph: Graph, kind: Kind, { file, base, pointer, value }: Target): void {
  if (isObject(value)) visit({ graph, file, base }, kind, value, { pointer, parent: undefined, key: "" });
}

/** Visits the members of a whole map or list that a `$ref` stood for. */
export function walkContainer(graph: Graph, kind: Kind, { file, base, pointer, value }: Target): void {
  visitChildren({ graph, file, base }, kind, value, pointer);
}

/** What holds for all that is walked in one go: the file, and the base URI until an `$id` sets another one. */
type Region = { graph: Graph; file: File; base: string };

/** Where an object stands: `parent[key]` is it. */
type Spot = { pointer: string; parent: JsonObject | Json[] | undefined; key: string };

// A large document has some 200,000 objects: hence loops, and one spot for each object instead of parts that are put together.
function visit(outer: Region, kind: Kind, node: JsonObject, spot: Spot): void {
  const { graph } = outer;
  if (graph.visited.has(node)) return;
  graph.visited.add(node);
  const region = kind === "schema" ? visitSchema(outer, node, spot.pointer) : outer;
  const text = node["$ref"];
  if (typeof text === "string") addReference(region, { role: "ref", kind, node, text }, spot);
  if (mapsOfPathItems.has(kind)) {
    visitChildren(region, "pathItem", node, spot.pointer);
    return;
  }
  const fields = fieldsOf.get(kind);
  for (const key in node) {
    const field = fields?.get(key);
    if (field !== undefined) visitField(region, field, { pointer: spot.pointer + field.step, parent: node, key }, node[key]);
  }
}

/** A field of the grammar, and what it adds to a pointer: `/properties`. */
type Field = Child & { step: string };

const fieldsOf: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  Object.entries(grammar).map(([kind, fields]) => [kind, new Map(Object.entries(fields).map(([name, child]) => [name, { ...child, step: `/${name}` }]))]),
);

function visitField(region: Region, field: Field, spot: Spot, value: Json | undefined): void {
  if (value === undefined || value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    if (field.in !== "value") visitChildren(region, field.kind, value, spot.pointer);
    return;
  }
  if (field.in === "value") {
    visit(region, field.kind, value, spot);
    return;
  }
  const text = value["$ref"];
  if (typeof text !== "string") visitChildren(region, field.kind, value, spot.pointer);
  else addReference(region, { role: "container", kind: field.kind, node: value, text }, spot);
}

function visitChildren(region: Region, kind: Kind, parent: Json, pointer: string): void {
  if (Array.isArray(parent)) {
    for (let index = 0; index < parent.length; index++) {
      const node = parent[index];
      const key = String(index);
      if (isObject(node)) visit(region, kind, node, { pointer: `${pointer}/${key}`, parent, key });
    }
    return;
  }
  if (!isObject(parent)) return;
  const prefix = `${pointer}/`;
  for (const key of Object.keys(parent)) {
    const node = parent[key];
    if (!isObject(node) || (kind === "pathItem" && key.startsWith("x-"))) continue;
    visit(region, kind, node, { pointer: prefix + escapePointer(key), parent, key });
  }
}

type Found = Pick<Reference, "role" | "kind" | "node" | "text">;

function addReference({ graph, file, base }: Region, { role, kind, node, text }: Found, { pointer, parent, key }: Spot): void {
  const holder = parent === undefined ? undefined : { parent, key };
  const reference: Reference = { role, node, kind, holder, place: { file, pointer }, base, text, target: undefined };
  graph.references.push(reference);
  if (role === "ref") graph.byNode.set(node, reference);
}

/** Upgrades a schema, notes its names, and gives the region inside it. */
function visitSchema(outer: Region, node: JsonObject, pointer: string): Region {
  const { graph, file } = outer;
  const { notes, nullable } = upgradeSchema(node, file.dialect);
  for (const note of notes) report(graph, note.code, note.message, { file, pointer: pointer + note.pointer });
  if (nullable) graph.nullables.push({ node, place: { file, pointer } });
  const base = file.dialect === "3.0" ? outer.base : noteNames(outer, node, pointer);
  const region = base === outer.base ? outer : { graph, file, base };
  if (node["discriminator"] !== undefined) noteMapping(region, node, pointer);
  return region;
}

// JSON Schema Core 2020-12 §8.2: an `$id` sets the base URI of its schema and of everything in it; anchors name a place in that.
function noteNames({ graph, file, base: outer }: Region, node: JsonObject, pointer: string): string {
  const { $id: id, $anchor: anchor, $dynamicAnchor: dynamicAnchor, $dynamicRef: dynamicRef } = node;
  if (id === undefined && anchor === undefined && dynamicAnchor === undefined && dynamicRef === undefined) return outer;
  const base = typeof id === "string" ? resolveUri(outer, splitReference(id).uri) ?? outer : outer;
  const place = { file, pointer };
  const target: Target = { ...place, value: node, base };
  if (base !== outer && !graph.resources.has(base)) graph.resources.set(base, target);
  for (const name of [anchor, dynamicAnchor]) if (typeof name === "string") graph.anchors.set(`${base}#${name}`, target);
  if (typeof dynamicAnchor === "string") {
    graph.dynamicAnchors.set(dynamicAnchor, [...(graph.dynamicAnchors.get(dynamicAnchor) ?? []), target]);
  }
  if (typeof dynamicRef === "string") {
    addReference({ graph, file, base }, { role: "dynamic", kind: "schema", node, text: dynamicRef }, { pointer, parent: undefined, key: "" });
  }
  graph.identified.push(node);
  return base;
}

function noteMapping(region: Region, node: JsonObject, pointer: string): void {
  const discriminator = node["discriminator"];
  const mapping = isObject(discriminator) ? member(discriminator, "mapping") : undefined;
  if (!isObject(discriminator)) return;
  for (const [key, name] of isObject(mapping) ? Object.entries(mapping) : []) {
    if (typeof name !== "string" || !isObject(mapping)) continue;
    noteMappingTo(region, mapping, name, { pointer: `${pointer}/discriminator/mapping`, parent: mapping, key });
  }
  const fallback = member(discriminator, "defaultMapping");
  const spot = { pointer: `${pointer}/discriminator`, parent: discriminator, key: "defaultMapping" };
  if (typeof fallback === "string") noteMappingTo(region, discriminator, fallback, spot);
}

// OAS 3.2 "Discriminator Object": a name of a schema under components comes before a URI reference of the same letters.
function noteMappingTo(region: Region, node: JsonObject, name: string, spot: Spot): void {
  const { graph, file } = region;
  const named = [graph.root, file].find((candidate) => hasComponentSchema(candidate.value, name));
  if (named === undefined) addReference(region, { role: "mapping", kind: "schema", node, text: name }, spot);
  else addReference({ ...region, base: named.base }, { role: "mapping", kind: "schema", node, text: `#/components/schemas/${escapePointer(name)}` }, spot);
}

function hasComponentSchema(value: Json, name: string): boolean {
  const components = isObject(value) ? member(value, "components") : undefined;
  const schemas = isObject(components) ? member(components, "schemas") : undefined;
  return isObject(schemas) && Object.hasOwn(schemas, name);
}
