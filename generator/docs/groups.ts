import type { Api, Operation, Tag } from "../model/api.ts";

/** The operations with one tag, as navigation shows them. `tag` is there where the document describes it. */
export type Group = { name: string; title: string; tag?: Tag; operations: Operation[] };

/**
 * The operations by tag, in the order of the document's tags; then those without a tag, by where their paths begin if they are many; and
 * last the webhooks.
 */
export function groupsOf({ operations, tags }: Api, webhooks: readonly Operation[]): Group[] {
  const groups = new Map<string, Group>(tags.map((tag) => [tag.name, { name: tag.name, title: titleOf(tag), tag, operations: [] }]));
  const others: Operation[] = [];
  for (const operation of operations) {
    if (operation.tags.length === 0) others.push(operation);
    for (const name of new Set(operation.tags)) {
      const group = groups.get(name) ?? { name, title: name, operations: [] };
      groups.set(name, group);
      group.operations.push(operation);
    }
  }
  return [
    ...[...groups.values()].filter((group) => group.operations.length > 0),
    ...untagged(others, groups.size > 0),
    ...(webhooks.length > 0 ? [{ name: "webhooks", title: "Webhooks", operations: [...webhooks] }] : []),
  ];
}

function untagged(operations: readonly Operation[], isBesideTags: boolean): Group[] {
  if (operations.length === 0) return [];
  if (operations.length <= 40) return [{ name: "operations", title: isBesideTags ? "Other operations" : "Operations", operations: [...operations] }];
  const groups = new Map<string, Group>();
  for (const operation of operations) {
    const name = operation.path.split("/").find((segment) => segment !== "" && !segment.startsWith("{") && !/^(v\d.*|api)$/i.test(segment)) ?? "/";
    const group = groups.get(name) ?? { name: `path ${name}`, title: name, operations: [] };
    groups.set(name, group);
    group.operations.push(operation);
  }
  return [...groups.values()];
}

function titleOf({ name, doc, extensions }: Tag): string {
  const shown = extensions.find((extension) => extension.name === "x-displayName")?.value;
  return typeof shown === "string" ? shown : doc.summary ?? name;
}
