import type { MediaType } from "../../model/api.ts";
import { essenceOf } from "../../model/media-kind.ts";
import type { Property, Schema } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { isFile } from "../../model/without-files.ts";
import { stringLiteral } from "../../print/literal.ts";
import { code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { keyword, type ObjectMember, type TypeExpression, union } from "../../print/type-expression.ts";
import { docOf } from "../schema/doc-of.ts";
import { contentType } from "../schema/content-type.ts";
import { runtimeType } from "./runtime-name.ts";

/** The type of a form: that of its schema. */
export function formType(mediaType: MediaType, plan: TypePlan): Printable {
  return mediaType.schema === undefined ? "{ readonly [name: string]: unknown }" : contentType(mediaType, plan, "request");
}

/** The type of a form that can have files: that of its schema, with a `Blob` where a property is a file. */
export function multipartType(mediaType: MediaType, plan: TypePlan, file: TypeExpression = sentFile): Printable {
  const { schema, itemSchema } = mediaType;
  if (schema === undefined && itemSchema === undefined) return essenceOf(mediaType.name) === "multipart/form-data" ? "{ readonly [name: string]: unknown }" : "readonly unknown[]";
  const whole = contentType(mediaType, plan, "request");
  const facts = collect(schema ?? { at: mediaType.at }, plan);
  const files = facts.properties.flatMap((property) => fileMember(property, { required: facts.required.has(property.name), file }, plan));
  if (files.length === 0) return whole;
  if (whole.kind === "object") return withMembers(whole, files, file);
  const names = separated(files.map(({ name }) => stringLiteral(name)), " | ");
  return code`Omit<${whole}, ${names}> & ${{ kind: "object", members: files, index: undefined }}`;
}

function withMembers(whole: TypeExpression & { kind: "object" }, files: readonly ObjectMember[], file: TypeExpression): TypeExpression {
  const byName = new Map(files.map((member) => [member.name, member]));
  return { ...whole, members: whole.members.map((member) => byName.get(member.name) ?? member), index: whole.index && union([whole.index, file]) };
}

/** `formPart` gives it a name, a media type or headers of its own. */
const sentFile: TypeExpression = union([keyword("Blob"), { kind: "name", name: runtimeType("form-part", "FormPart") }]);

type Facts = { properties: Property[]; required: Set<string> };

/** What a schema, and those it is made of, says of the properties. */
function collect(start: Schema, plan: TypePlan): Facts {
  const facts: Facts = { properties: [], required: new Set() };
  const work = new Set([start]);
  for (const schema of work) {
    if (work.size > 200) break;
    facts.properties.push(...(schema.properties ?? []));
    for (const name of schema.required ?? []) facts.required.add(name);
    const target = schema.ref === undefined ? undefined : plan.schemas.get(schema.ref);
    for (const other of [target, ...(schema.allOf ?? [])]) if (other !== undefined) work.add(other);
  }
  return facts;
}

function fileMember({ name, schema }: Property, { required, file }: { required: boolean; file: TypeExpression }, plan: TypePlan): ObjectMember[] {
  const member = (type: TypeExpression): ObjectMember[] => [{ name, optional: !required, type, doc: docOf(schema, plan) }];
  const resolved = resolve(schema, plan);
  if (isFile(resolved, plan.schemas)) return member(file);
  const { items } = resolved;
  return items !== undefined && isFile(items, plan.schemas) ? member({ kind: "array", item: file }) : [];
}

function resolve(schema: Schema, plan: TypePlan): Schema {
  let resolved = schema;
  for (let hops = 0; resolved.ref !== undefined && hops < 8; hops++) resolved = plan.schemas.get(resolved.ref) ?? { at: resolved.at };
  return resolved;
}
