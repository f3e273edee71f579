import { isAlias, isNode, isScalar, isSeq, type Alias, type Document, type Node, type Scalar, type YAMLMap } from "yaml";
import { isObject, setMember, type Json, type JsonObject } from "../json.ts";
import { MAX_DEPTH } from "./nesting.ts";

/** What JSON cannot say, or what would take too much memory to say. */
export type YamlProblem = { code: "syntax" | "too-deep" | "too-large"; message: string; offset: number; help?: string };

/**
 * The JSON value of a YAML document. Aliases become copies, so that the value is a tree, and the copies are counted:
 * a few lines of aliases of aliases can stand for gigabytes.
 */
export function yamlToJson(document: Document.Parsed): { value: Json; problems: YamlProblem[] } {
  const conversion: Conversion = { problems: [], anchors: new Map(), targets: new Map(), within: new Set(), copies: 0 };
  const value = valueOf(conversion, document.contents, 0);
  return { value, problems: conversion.problems };
}

/** The text of a key: as written where it is no string, so that `1.10:` stays `1.10`; `undefined` for a list or a map. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

/** Whether a key is the `<<` that merges (https://yaml.org/type/merge.html); in quotes it is a key like others. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}

/** How many values aliases may add: about what the largest published documents hold in all. */
const MAX_COPIES = 1_000_000;

type Conversion = {
  problems: YamlProblem[];
  /** The anchors met so far; a name may be given anew, and an alias means the last one before it. */
  anchors: Map<string, Node>;
  /** What each alias met so far stands for. */
  targets: Map<Alias, Node>;
  /** The targets of aliases that are being copied, outermost first. */
  within: Set<Node>;
  copies: number;
};

function valueOf(conversion: Conversion, node: unknown, depth: number): Json {
  if (!isNode(node)) return null;
  if (isAlias(node)) return aliasValue(conversion, node, depth);
  if (conversion.within.size > 0) conversion.copies++;
  else if (node.anchor !== undefined) conversion.anchors.set(node.anchor, node);

  if (isScalar(node)) return scalarValue(conversion, node);
  if (depth === MAX_DEPTH) return refuse(conversion, node, { code: "too-deep", message: `Nested deeper than ${MAX_DEPTH} levels.` });
  if (isSeq(node)) return node.items.map((item) => valueOf(conversion, item, depth + 1));
  return mapValue(conversion, node, depth + 1);
}

function scalarValue(conversion: Conversion, node: Scalar): Json {
  const { value } = node;
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return refuse(conversion, node, {
    code: "syntax",
    message: `JSON has no number ${node.source ?? String(value)}.`,
    help: "Put it in quotes if it is meant as text.",
  });
}

function aliasValue(conversion: Conversion, alias: Alias, depth: number): Json {
  const { anchors, targets, within } = conversion;
  const target = targets.get(alias) ?? anchors.get(alias.source);
  if (target === undefined) {
    const message = `No anchor "&${alias.source}" stands before this alias.`;
    return refuse(conversion, alias, { code: "syntax", message, help: "Text that begins with `*` needs quotes." });
  }
  if (within.has(target)) {
    const message = `The alias "*${alias.source}" stands inside of what it stands for.`;
    return refuse(conversion, alias, { code: "syntax", message, help: "Use a $ref for what contains itself." });
  }
  if (conversion.copies > MAX_COPIES) {
    return refuse(conversion, alias, { code: "too-large", message: `The aliases of this file stand for more than ${MAX_COPIES} values.` });
  }
  targets.set(alias, target);
  within.add(target);
  const value = valueOf(conversion, target, depth);
  within.delete(target);
  return value;
}

function mapValue(conversion: Conversion, map: YAMLMap, depth: number): JsonObject {
  const object: JsonObject = {};
  const merged = new Set<string>();
  for (const { key, value } of map.items) {
    if (isMergeKey(key)) {
      merge(conversion, { object, merged, from: value, depth });
      continue;
    }
    const name = keyOf(conversion, key, map);
    if (name === undefined) continue;
    if (Object.hasOwn(object, name) && !merged.delete(name)) {
      const message = `The key ${JSON.stringify(name)} stands in this object before.`;
      refuse(conversion, key, { code: "syntax", message, help: "Keep one of the two, or rename one." });
    }
    setMember(object, name, valueOf(conversion, value, depth));
  }
  return object;
}

type Merge = { object: JsonObject; merged: Set<string>; from: unknown; depth: number };

/** Takes over the members of one object or of several; own members win, then the first object that has one. */
function merge(conversion: Conversion, { object, merged, from, depth }: Merge): void {
  const value = valueOf(conversion, from, depth);
  for (const source of Array.isArray(value) ? value : [value]) {
    if (!isObject(source)) {
      refuse(conversion, from, { code: "syntax", message: "Only an object can be merged with `<<`." });
      continue;
    }
    for (const [name, inherited] of Object.entries(source)) {
      if (Object.hasOwn(object, name)) continue;
      setMember(object, name, inherited);
      merged.add(name);
    }
  }
}

function keyOf(conversion: Conversion, key: unknown, map: YAMLMap): string | undefined {
  if (isScalar(key) && key.anchor !== undefined && conversion.within.size === 0) conversion.anchors.set(key.anchor, key);
  const target = isAlias(key) ? (conversion.targets.get(key) ?? conversion.anchors.get(key.source)) : key;
  if (isAlias(key) && isNode(target)) conversion.targets.set(key, target);
  const name = keyText(target);
  if (name === undefined) {
    const help = "Text with `{`, `[` or `? ` at its beginning needs quotes.";
    refuse(conversion, isNode(key) ? key : map, { code: "syntax", message: "A key must be text, not a list or an object.", help });
  }
  return name;
}

/** Notes a problem, once where it is about the whole document, and stands in for the value. */
function refuse(conversion: Conversion, node: unknown, problem: Omit<YamlProblem, "offset">): null {
  const known = problem.code !== "syntax" && conversion.problems.some(({ code }) => code === problem.code);
  if (!known) conversion.problems.push({ ...problem, offset: (isNode(node) && node.range?.[0]) || 0 });
  return null;
}
