import { propertyKey, stringLiteral } from "./literal.ts";
import { needsLabel, restNeedsLabel } from "./needs-label.ts";
import type { ObjectMember, TypeExpression } from "./type-expression.ts";
import { writeText, type Writer } from "./writer.ts";

/** Writes the code of a type. */
export function writeType(type: TypeExpression, newline: string, writer: Writer): void {
  const { parts } = writer;
  switch (type.kind) {
    case "keyword":
      parts.push(type.keyword);
      return;
    case "literal":
      parts.push(type.text);
      return;
    case "name":
      parts.push(writer.nameOf(type.name));
      return;
    case "inherited":
      // `Object` the interface, which a schema of that name does not hide: such a type is called ObjectSchema.
      parts.push(`Object[${stringLiteral(type.name)}]`);
      return;
    case "array":
      writeOperand(type.item, newline, writer);
      parts.push("[]");
      return;
    case "tuple":
      return writeTuple(type, newline, writer);
    case "object":
      return writeObject(type, newline, writer);
    case "union":
    case "intersection":
      return writeMembers(type, newline, writer);
    default:
      return type satisfies never;
  }
}

/** The members with a sign between them; those that are of the other kind stand in parentheses. */
function writeMembers({ kind, members }: { kind: "union" | "intersection"; members: readonly TypeExpression[] }, newline: string, writer: Writer): void {
  const separator = kind === "union" ? " | " : " & ";
  for (const [index, member] of members.entries()) {
    if (index > 0) writer.parts.push(separator);
    if (member.kind === kind) writeType(member, newline, writer);
    else writeOperand(member, newline, writer);
  }
}

function writeOperand(type: TypeExpression, newline: string, writer: Writer): void {
  if (type.kind !== "union" && type.kind !== "intersection") return writeType(type, newline, writer);
  writer.parts.push("(");
  writeType(type, newline, writer);
  writer.parts.push(")");
}

type Tuple = { items: { type: TypeExpression; optional: boolean }[]; rest: TypeExpression | undefined };

function writeTuple({ items, rest }: Tuple, newline: string, writer: Writer): void {
  const { parts } = writer;
  parts.push("[");
  for (const [index, { type, optional }] of items.entries()) {
    if (index > 0) parts.push(", ");
    if (optional) writeOptional(type, newline, writer);
    else writeType(type, newline, writer);
  }
  if (rest !== undefined) {
    parts.push(items.length > 0 ? ", ..." : "...", restNeedsLabel(rest) ? "rest: " : "");
    writeOperand(rest, newline, writer);
    parts.push("[]");
  }
  parts.push("]");
}

function writeOptional(type: TypeExpression, newline: string, writer: Writer): void {
  if (needsLabel(type)) {
    writer.parts.push("item?: ");
    return writeType(type, newline, writer);
  }
  writeOperand(type, newline, writer);
  writer.parts.push("?");
}

type ObjectType = { members: ObjectMember[]; index: TypeExpression | undefined };

function writeObject({ members, index }: ObjectType, newline: string, writer: Writer): void {
  const { parts } = writer;
  if (members.length === 0) return writeMap(index, newline, writer);
  const inner = `${newline}  `;
  parts.push("{");
  for (let index = 0; index < members.length; index++) writeMember(members[index], inner, writer);
  if (index !== undefined) {
    parts.push(inner, "[key: string]: ");
    writeType(index, inner, writer);
    parts.push(";");
  }
  parts.push(newline, "}");
}

function writeMember(member: ObjectMember | undefined, newline: string, writer: Writer): void {
  if (member === undefined) return;
  const { parts } = writer;
  parts.push(newline);
  if (member.doc !== "") writeText(member.doc, newline, writer);
  parts.push(propertyKey(member.name), member.optional ? "?: " : ": ");
  writeType(member.type, newline, writer);
  parts.push(";");
}

function writeMap(index: TypeExpression | undefined, newline: string, writer: Writer): void {
  if (index === undefined) {
    writer.parts.push("{}");
    return;
  }
  writer.parts.push("{ [key: string]: ");
  writeType(index, newline, writer);
  writer.parts.push(" }");
}
