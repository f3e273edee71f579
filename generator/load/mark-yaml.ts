import { isAlias, isMap, isNode, isSeq, visit, type Alias, type Document, type Node, type YAMLMap } from "yaml";
import type { Wanted } from "./mark-json.ts";
import { MAX_DEPTH } from "./nesting.ts";
import { readYaml } from "./read-yaml.ts";
import { isMergeKey, keyText } from "./yaml-to-json.ts";

/**
 * Fills in the offsets of the places wanted in a YAML text. What an alias or a merged object brought is found where
 * its anchor stands.
 */
export function markYaml(text: string, root: Wanted): void {
  const [document] = readYaml(text).documents;
  if (document?.contents) mark({ targetOf: aliasTargets(document), wanted: root, node: document.contents, depth: 0 });
}

type Search = { targetOf: (alias: Alias) => Node | undefined; wanted: Wanted; node: Node; depth: number };

function mark({ targetOf, wanted, node, depth }: Search): void {
  wanted.offset ??= node.range?.[0];
  // Aliases may lead back to where they stand.
  if (wanted.inner.size === 0 || depth > MAX_DEPTH) return;
  const found = isAlias(node) ? targetOf(node) : node;
  if (isSeq(found)) {
    for (const [index, inner] of wanted.inner) {
      const item = /^\d+$/.test(index) ? found.items[Number(index)] : undefined;
      if (isNode(item)) mark({ targetOf, wanted: inner, node: item, depth: depth + 1 });
    }
  } else if (isMap(found)) {
    markMembers({ targetOf, wanted, node: found, depth });
  }
}

/** Own members first: they win over merged ones, also over those that stand before them. */
function markMembers({ targetOf, wanted, node, depth }: Search & { node: YAMLMap }): void {
  const merged: Node[] = [];
  for (const { key, value } of node.items) {
    if (isMergeKey(key)) {
      if (isNode(value)) merged.push(value);
      continue;
    }
    const name = keyText(isAlias(key) ? targetOf(key) : key);
    const inner = name === undefined ? undefined : wanted.inner.get(name);
    if (inner === undefined || inner.offset !== undefined) continue;
    inner.offset = isNode(key) ? key.range?.[0] : undefined;
    if (isNode(value)) mark({ targetOf, wanted: inner, node: value, depth: depth + 1 });
  }
  for (const source of merged) {
    const target = isAlias(source) ? targetOf(source) : source;
    const objects = isSeq(target) ? target.items : [target];
    for (const object of objects) if (isNode(object)) mark({ targetOf, wanted, node: object, depth: depth + 1 });
  }
}

/** The node each alias stands for: the last one before it with that anchor. */
function aliasTargets(document: Document.Parsed): (alias: Alias) => Node | undefined {
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return;
      }
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
    },
  });
  return (alias) => targets.get(alias);
}
