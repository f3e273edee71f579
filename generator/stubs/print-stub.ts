import { propertyKey } from "../print/literal.ts";
import type { Style } from "./style.ts";
import type { WantedGroup, WantedHandler } from "./wanted.ts";

/**
 * How stubs are written at one place: `trailing`, whether the last one between braces has a comma; `types` gives the types of
 * parameters where the compiler would not know them.
 */
export type StubForm = { style: Style; indent: string; trailing: boolean; types?: (handler: WantedHandler) => ParameterTypes };

export type ParameterTypes = { request: string; reply: string };

/** A handler that is still to be written, with its comment and without a comma; the first line is not indented. */
export function printStub(handler: WantedHandler, { style, indent, types }: StubForm): string {
  const lines = [...handler.doc.trimEnd().split("\n"), `${keyOf(handler.name, style)}(${parameters(types?.(handler))}) {`, `${style.indent}return reply.notImplemented()${style.semicolon}`, "}"];
  return lines.map((line, index) => (index === 0 || line === "" ? line : indent + line)).join(style.lineEnd);
}

/** A namespace with nothing but stubs, as a member of an object, without a comma. */
export function printNamespace({ name, handlers }: WantedGroup, form: StubForm): string {
  return `${keyOf(name, form.style)}: ${printStubs(handlers, form)}`;
}

/** The same as a field of a class, which has a type of its own: it gets none from what the class implements. */
export function printNamespaceField({ name, handlers }: WantedGroup, type: string, { types: _, ...form }: StubForm): string {
  return `readonly ${keyOf(name, form.style)}: ${type} = ${printStubs(handlers, form)}${form.style.semicolon}`;
}

function printStubs(handlers: readonly WantedHandler[], form: StubForm): string {
  const { style: { indent, lineEnd }, trailing } = form;
  const inner = form.indent + indent;
  const stubs = handlers.map((handler) => inner + printStub(handler, { ...form, indent: inner }));
  return `{${lineEnd}${stubs.join(`,${lineEnd}`)}${trailing ? "," : ""}${lineEnd}${form.indent}}`;
}

/** What is not used yet begins with a line, so that neither compilers nor linters complain; who needs the third adds it. */
function parameters(types: ParameterTypes | undefined): string {
  return types ? `_request: ${types.request}, reply: ${types.reply}` : "_request, reply";
}

function keyOf(name: string, { quote }: Style): string {
  const key = propertyKey(name);
  return quote === "'" && key.startsWith('"') ? `'${key.slice(1, -1).replaceAll("'", "\\'")}'` : key;
}
