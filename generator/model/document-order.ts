import type { Json } from "../json.ts";
import { pointerTokens } from "../json.ts";
import type { Pointer } from "./schema.ts";

type Branch = { pointers: Pointer[]; children: Map<string, Branch> };

/** Pointers in the order in which their places come in the document; those that lead nowhere at the end. */
export function inDocumentOrder(pointers: Iterable<Pointer>, root: Json): Pointer[] {
  const tree: Branch = { pointers: [], children: new Map() };
  for (const pointer of pointers) branchOf(tree, pointerTokens(pointer)).pointers.push(pointer);
  const ordered: Pointer[] = [];
  const waiting: { branch: Branch; value: Json | undefined }[] = [{ branch: tree, value: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(...next.branch.pointers);
    waiting.push(...childrenInOrder(next.branch, next.value).reverse());
  }
  return ordered;
}

function branchOf(tree: Branch, tokens: readonly string[]): Branch {
  let branch = tree;
  for (const token of tokens) {
    let child = branch.children.get(token);
    if (child === undefined) branch.children.set(token, (child = { pointers: [], children: new Map() }));
    branch = child;
  }
  return branch;
}

function childrenInOrder(branch: Branch, value: Json | undefined): { branch: Branch; value: Json | undefined }[] {
  if (branch.children.size === 0) return [];
  const members = new Map<string, Json>(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const known = [...members.keys()].filter((name) => branch.children.has(name));
  const lost = [...branch.children.keys()].filter((name) => !members.has(name)).sort();
  return [...known, ...lost].flatMap((name) => {
    const child = branch.children.get(name);
    return child === undefined ? [] : [{ branch: child, value: members.get(name) }];
  });
}
