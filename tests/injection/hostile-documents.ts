import type { Json, JsonObject } from "../../generator/json.ts";

/** A document made to hang us, and what must become of it: types, or a refusal with one of these codes. */
export type HostileDocument = { name: string; text: () => string; refused?: string };

export const hostileDocuments: readonly HostileDocument[] = [
  // Depth
  { name: "properties 10,000 deep", text: () => deep(10_000, '{"type":"object","properties":{"a":', "}}"), refused: "too-deep" },
  { name: "lists of YAML 10,000 deep", text: () => `${yamlHead}x-a: ${"[".repeat(10_000)}${"]".repeat(10_000)}`, refused: "too-deep" },
  { name: "items as deep as they may be", text: () => deep(390, '{"type":"array","items":', "}") },
  { name: "allOf as deep as it may be", text: () => deep(130, '{"allOf":[{"required":["y"]},', "]}") },
  { name: "not as deep as it may be", text: () => deep(390, '{"not":', "}") },

  // Chains and rings
  { name: "a chain of 10,000 $refs", text: () => chain(10_000, (next) => refTo(next)) },
  { name: "a ring of 10,000 $refs", text: () => ring(10_000, (next) => refTo(next)) },
  { name: "a chain of 10,000 allOfs", text: () => chain(10_000, (next) => ({ allOf: [refTo(next), { required: ["a"] }] })) },
  { name: "a ring of 1,500 allOfs", text: () => ring(1500, (next, index) => ({ allOf: [refTo(next), { type: "object", properties: { [`p${index}`]: {} } }] })) },
  { name: "a ring of 1,500 unions", text: () => ring(1500, (next, index) => ({ oneOf: [refTo(next), { const: index }] })) },
  { name: "a ring of 1,500 unions with members of their own", text: () => ring(1500, (next) => ({ type: "object", oneOf: [refTo(next), { properties: { a: {} } }] })) },

  // Width and products
  { name: "a union of 2,000 objects", text: () => schemas({ A: { oneOf: range(2000).map((index) => ({ type: "object", properties: { kind: { const: index } } })) } }) },
  { name: "2,000 heirs of one schema", text: () => schemas({ A: { discriminator: { propertyName: "kind" } }, ...named(2000, () => ({ allOf: [refTo("A")] })) }) },
  { name: "1,000 heirs of each other", text: () => schemas({ ...named(1000, (index) => ({ allOf: [refTo(`S${index - 1}`)] })), S0: { discriminator: { propertyName: "kind" } } }) },
  { name: "a product of 20 unions of 20", text: () => schemas({ A: { allOf: range(20).map((row) => ({ oneOf: range(20).map((column) => ({ type: "object", properties: { [`p${row}${column}`]: {} } })) })) } }) },
  { name: "unions of unions of unions, 100,000 in all", text: () => schemas({ A: tree(5, (inner) => ({ anyOf: range(10).map(() => inner) })) }) },
  { name: "30 unions that all refer to each other", text: () => graph((others, index) => ({ oneOf: [{ const: index }, ...others] })) },
  { name: "30 discriminated unions that all refer to each other", text: () => graph((others, index) => ({ oneOf: [{ properties: { kind: { const: String(index) } } }, ...others], discriminator: { propertyName: "kind" } })) },
  { name: "30 objects that all are each other", text: () => graph((others, index) => ({ allOf: [{ properties: { [`p${index}`]: {} } }, ...others] })) },
  { name: "30 schemas that are both", text: () => graph((others) => ({ allOf: others, anyOf: others, properties: { a: { type: "string" } }, required: ["a", "b"] })) },

  // Size
  { name: "a description of 5 MB", text: () => schemas({ A: { description: "one line */ of many\n".repeat(260_000) } }) },
  { name: "a description of 3,000,000 blank lines", text: () => schemas({ A: { title: "\n".repeat(3_000_000), description: `a${"\n".repeat(3_000_000)}` } }) },
  { name: "a pattern of 3 MB that would never end", text: () => schemas({ A: { pattern: "(a+)+$".repeat(500_000) } }) },
  { name: "an enum of 100,000 values", text: () => schemas({ A: { enum: range(100_000).map((index) => `value ${index}`) } }) },
  { name: "20,000 properties, all required elsewhere", text: () => schemas({ A: { properties: Object.fromEntries(range(20_000).map((index) => [`p${index}`, {}])) }, B: { allOf: [refTo("A")], required: range(20_000).map((index) => `p${index}`) } }) },
  { name: "3,000 names that are one identifier", text: () => schemas(Object.fromEntries(range(3000).map((index) => [`a${"-".repeat(index)}`, {}]))) },

  // YAML
  { name: "an alias bomb", text: () => `${yamlHead}x-0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${range(9).map((index) => `x-${index + 1}: &a${index + 1} [${`*a${index},`.repeat(10)}]\n`).join("")}`, refused: "too-large" },
  { name: "an anchor that contains itself", text: () => `${yamlHead}x-a: &a { self: *a }\n`, refused: "syntax" },

  // Files that are none
  { name: "a $ref to a device that never ends", text: () => schemas({ A: { $ref: "/dev/zero" } }) },
  { name: "$refs to what is no schema", text: () => schemas({ A: { $ref: "#" }, B: { $ref: "#/info/title" }, C: { $ref: "http://[" }, D: { $ref: "#/%zz" }, E: { $ref: "\0" }, F: { $ref: "." }, G: { $ref: "a".repeat(100_000) } }) },

  // Rings of everything that can be a $ref
  ...["parameters", "responses", "requestBodies", "headers", "examples", "links", "callbacks", "pathItems", "mediaTypes", "securitySchemes"].map((section) => ({
    name: `a ring of ${section}`, text: () => components({ [section]: { A: { $ref: `#/components/${section}/B` }, B: { $ref: `#/components/${section}/A` }, C: { $ref: `#/components/${section}/C` } } }), refused: "cyclic-ref",
  })),
  { name: "a ring of path items", text: () => document({ paths: { "/a": { $ref: "#/paths/~1b" }, "/b": { $ref: "#/paths/~1a" } } }), refused: "cyclic-ref" },
  { name: "a callback that is the path item it stands in", text: () => document({ paths: { "/a": { get: { responses: {}, callbacks: { again: { "{$url}": { $ref: "#/paths/~1a" } } } } } } }) },
];

const yamlHead = "openapi: 3.1.1\ninfo: { title: Hostile, version: '1' }\npaths: {}\n";

function document(members: JsonObject): string {
  return JSON.stringify({ openapi: "3.2.0", info: { title: "Hostile", version: "1" }, paths: {}, ...members });
}

function components(sections: JsonObject): string {
  return document({ components: sections });
}

function schemas(members: JsonObject): string {
  return components({ schemas: members });
}

/** As text, since JSON.stringify would run out of stack. */
function deep(times: number, before: string, after: string): string {
  return schemas({ A: "here" }).replace('"here"', `${before.repeat(times)}{"type":"string"}${after.repeat(times)}`);
}

function chain(length: number, link: (next: string) => Json): string {
  return schemas(named(length, (index) => (index === length - 1 ? { type: "string" } : link(`S${index + 1}`))));
}

function ring(length: number, link: (next: string, index: number) => Json): string {
  return schemas(named(length, (index) => link(`S${(index + 1) % length}`, index)));
}

function graph(node: (others: Json[], index: number) => Json): string {
  const all = range(30);
  return schemas(named(all.length, (index) => node(all.filter((other) => other !== index).map((other) => refTo(`S${other}`)), index)));
}

function tree(depth: number, node: (inner: Json) => Json): Json {
  return depth === 0 ? { type: "string", minLength: 1 } : node(tree(depth - 1, node));
}

function named(count: number, make: (index: number) => Json): JsonObject {
  return Object.fromEntries(range(count).map((index) => [`S${index}`, make(index)]));
}

function refTo(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
