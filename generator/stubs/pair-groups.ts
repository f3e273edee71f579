import { ts } from "ts-morph";
import type { FoundGroup } from "./find-groups.ts";
import type { Group, Member } from "./group.ts";
import type { HandlerFiles } from "./handler-files.ts";
import { readGroup } from "./read-group.ts";
import { typing, valueOf, type Braces, type Context } from "./value-of.ts";
import type { Wanted, WantedGroup, WantedHandler } from "./wanted.ts";

/**
 * A group of a person's, and what the document wants in it. `others` are members of it that are no handlers: the namespaces. `holder`: the
 * member of the root that stands for it, where it is written elsewhere.
 */
export type Pair = { group: Group; handlers: readonly WantedHandler[]; siblings: readonly string[]; others: readonly string[]; prefix: string; holder?: Member };

/** The groups that were found for a document's; the namespaces that are missing in the root, and those that are there but cannot be read. */
export type Paired = {
  root?: { group: Group; siblings: readonly string[] };
  pairs: Pair[];
  missing: WantedGroup[];
  unreadable: { group: Group; member: Member; wanted: WantedGroup }[];
};

/** Pairs what `Handlers` are, and its namespaces, with the document's. */
export function pairRoot({ of, braces }: FoundGroup, wanted: Wanted, files: HandlerFiles): Paired {
  const group = readGroup(braces, files);
  const isMeant = (name: string) => (of.keys?.includes(name) ?? true) && !of.without?.includes(name);
  const root = wanted.root.filter(({ name }) => isMeant(name));
  const groups = wanted.groups.filter(({ name }) => isMeant(name));
  const siblings = [...root, ...groups].map(({ name }) => name);
  const paired: Paired = { root: { group, siblings }, pairs: [], missing: [], unreadable: [] };
  const gone = group.members.filter(({ name }) => !siblings.includes(name)).flatMap((member) => {
    const value = namespaceOf(member, group, files);
    return value && !ts.isSourceFile(value.node) ? [{ name: member.name, value: readGroup(value, files) }] : [];
  });
  paired.pairs.push({ group, handlers: root, siblings, others: gone.map(({ name }) => name), prefix: "" });
  for (const { name, value } of gone) paired.pairs.push({ group: value, handlers: [], siblings: [], others: [], prefix: `${name}.` });
  for (const namespace of groups) {
    const member = group.members.findLast(({ name }) => name === namespace.name);
    const value = member && namespaceOf(member, group, files);
    if (member && value) paired.pairs.push({ ...pairOf(namespace, readGroup(value, files)), ...(!isWithin(value, member) && { holder: member }) });
    else if (member) paired.unreadable.push({ group, member, wanted: namespace });
    else paired.missing.push(namespace);
  }
  return paired;
}

/** Pairs namespaces that stand on their own: objects with `satisfies SecurityHandlers`, and the like. */
export function pairNamespaces(found: readonly FoundGroup[], wanted: Wanted, files: HandlerFiles): Paired {
  const pairs = found.flatMap(({ of, braces }) => {
    const namespace = wanted.groups.find((one) => (of.name === "Handlers" ? one.name === of.member : one.interface === of.name));
    return namespace ? [pairOf(namespace, readGroup(braces, files))] : [];
  });
  return { pairs, missing: [], unreadable: [] };
}

function isWithin({ node }: Braces, member: Member): boolean {
  return node.getSourceFile() === member.node.getSourceFile() && member.node.pos <= node.pos && node.end <= member.node.end;
}

function pairOf({ name, handlers }: WantedGroup, group: Group): Pair {
  return { group, handlers, siblings: handlers.map((handler) => handler.name), others: [], prefix: `${name}.` };
}

/** The braces of a namespace, from what stands for it in the root. */
function namespaceOf({ file, node }: Member, root: Group, files: HandlerFiles): Braces | undefined {
  const isNested = node.parent === root.node && ts.isObjectLiteralExpression(root.node);
  const context: Context = { file, files, typed: root.typed && isNested, ...(root.principals !== undefined && { principals: root.principals }) };
  if (ts.isShorthandPropertyAssignment(node)) return valueOf(node.name, context);
  if (ts.isPropertyAssignment(node)) return valueOf(node.initializer, context);
  if (ts.isPropertyDeclaration(node)) {
    return node.initializer && valueOf(node.initializer, { ...context, ...(node.type && typing(node.type, context)) });
  }
  const [only, second] = ts.isGetAccessor(node) ? (node.body?.statements ?? []) : [];
  return only && !second && ts.isReturnStatement(only) && only.expression ? valueOf(only.expression, { ...context, typed: false }) : undefined;
}
