import { ts } from "ts-morph";
import type { Group, Member, Place } from "./group.ts";
import type { HandlerFile, HandlerFiles } from "./handler-files.ts";
import { memberName } from "./member-name.ts";
import { moduleNames } from "./module-names.ts";
import { instancesOf, standsFor, valueOf, type Braces } from "./value-of.ts";

/** Braces, with all the handlers that they are seen to hold. */
export function readGroup(braces: Braces, files: HandlerFiles): Group {
  return { ...braces, ...heldBy(braces, files, 0) };
}

type Held = Pick<Group, "members" | "unknown">;

function heldBy(braces: Braces, files: HandlerFiles, depth: number): Held {
  const { file, node } = braces;
  // What is spread into each other in a circle would have us go round for ever.
  if (depth > 30) return unknown(braces);
  if (ts.isSourceFile(node)) return joined(node.statements.map((statement) => exportedBy(statement, file)));
  if (ts.isObjectLiteralExpression(node)) return joined(node.properties.map((property) => objectMember(property, braces, files, depth)));
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const own = node.members.map((member) => classMember(member, file, files));
  return joined(base ? [...own, baseMembers(base.expression, { file, files, depth })] : own);
}

function exportedBy(statement: ts.Statement, file: HandlerFile): Held {
  const names = moduleNames(statement);
  return names === "any" ? unknown({ file, node: statement }) : { members: names.map((name) => ({ name, file, node: statement, own: true })), unknown: [] };
}

function objectMember(property: ts.ObjectLiteralElementLike, { file, typed }: Braces, files: HandlerFiles, depth: number): Held {
  if (!ts.isSpreadAssignment(property)) return named(property, property.name, file, files);
  const spread = valueOf(property.expression, { file, files, typed });
  // An instance has its methods from its class, and a spread takes only what is its own.
  if (!spread || ts.isClassLike(spread.node)) return unknown({ file, node: property });
  return inherited(heldBy(spread, files, depth + 1));
}

function classMember(member: ts.ClassElement, file: HandlerFile, files: HandlerFiles): Held {
  if (ts.isConstructorDeclaration(member)) {
    return { members: member.parameters.flatMap((parameter) => parameterProperty(parameter, file)), unknown: [] };
  }
  const isStatic = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true;
  return !member.name || isStatic || ts.isPrivateIdentifier(member.name) ? joined([]) : named(member, member.name, file, files);
}

function parameterProperty(node: ts.ParameterDeclaration, file: HandlerFile): Member[] {
  return node.modifiers && ts.isIdentifier(node.name) ? [{ name: node.name.text, file, node, own: false }] : [];
}

function named(node: ts.ObjectLiteralElementLike | ts.ClassElement, propertyName: ts.PropertyName, file: HandlerFile, files: HandlerFiles): Held {
  const name = memberName(propertyName, file, files);
  return name === undefined ? unknown({ file, node }) : { members: [{ name, file, node, own: true }], unknown: [] };
}

function baseMembers(expression: ts.Expression, { file, files, depth }: { file: HandlerFile; files: HandlerFiles; depth: number }): Held {
  const base = ts.isIdentifier(expression) ? standsFor(expression, file, files) : undefined;
  if (!base || !ts.isClassDeclaration(base.node)) return unknown({ file, node: expression });
  return inherited(heldBy(instancesOf(base.node, base.file, files), files, depth + 1));
}

function inherited({ members, unknown: places }: Held): Held {
  return { members: members.map((member) => ({ ...member, own: false })), unknown: places };
}

function unknown({ file, node }: Place): Held {
  return { members: [], unknown: [{ file, node }] };
}

function joined(parts: readonly Held[]): Held {
  return { members: parts.flatMap((part) => part.members), unknown: parts.flatMap((part) => part.unknown) };
}
