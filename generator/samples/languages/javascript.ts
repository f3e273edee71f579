import type { Argument } from "../../emit/call/arguments.ts";
import type { Json } from "../../json.ts";
import type { OperationName } from "../../model/operation-names.ts";
import { propertyKey, stringLiteral } from "../../print/literal.ts";
import { literal, type Syntax } from "../literal.ts";
import type { SampleCredential } from "../sample-credentials.ts";
import type { SampleBody, SamplePart, Text } from "../sample-request.ts";

/** What the generated client is called with: arguments by key, and, where it has to be told, the media type of the body. */
export type ClientCall = {
  name: OperationName;
  arguments: { argument: Argument; value: Json }[];
  body?: SampleBody;
  /** Whether the document leaves open what a body is, so that the call says it. */
  contentType?: string;
  credentials: readonly SampleCredential[];
  url: Text;
};

/** A call of the generated client, as a module that runs on Node. */
export function javascript(call: ClientCall): string {
  const files = filesOf(call.body);
  const imports = [
    ...(call.body?.kind === "file" ? ['import { openAsBlob } from "node:fs";'] : []),
    ...(call.body?.kind === "multipart" && files ? ['import { readFile } from "node:fs/promises";'] : []),
    'import { createClient } from "./generated/client.js";',
  ];
  const { namespace, method } = call.name;
  const path = namespace === undefined ? access("client", method) : access(access("client", namespace), method);
  return `${imports.join("\n")}\n\nconst client = createClient(${options(call)});\n\nconst response = await ${path}(${argumentsOf(call)});\nconsole.log(response);`;
}

function filesOf(body: SampleBody | undefined): boolean {
  return body?.kind === "multipart" && body.parts.some((part) => "fileName" in part);
}

function access(object: string, name: string): string {
  const key = propertyKey(name);
  return key === name ? `${object}.${name}` : `${object}[${key}]`;
}

function options({ credentials, url }: ClientCall): string {
  const auth = credentials.map(({ scheme, variables: [first, second] }) => {
    const value = second === undefined ? environment(first.variable) : `{ username: ${environment(first.variable)}, password: ${environment(second.variable)} }`;
    return `${key(scheme.name)}: ${value}`;
  });
  const [base, relative] = url;
  const baseUrl = typeof base === "object" ? [`baseUrl: ${environment(base.variable)}${url.length > 2 && typeof relative === "string" ? ` + ${stringLiteral(relative)}` : ""}`] : [];
  const members = [...baseUrl, ...(auth.length === 0 ? [] : [`auth: { ${auth.join(", ")} }`])];
  return members.length === 0 ? "" : `{ ${members.join(", ")} }`;
}

function environment(name: string): string {
  return `process.env.${name}`;
}

function argumentsOf(call: ClientCall): string {
  const members = [
    ...call.arguments.map(({ argument, value }) => `  ${key(argument.key)}: ${literal(value, syntax, "  ")},\n`),
    ...(call.body === undefined ? [] : [`  body: ${bodyOf(call.body)},\n`]),
    ...(call.contentType === undefined ? [] : [`  contentType: ${stringLiteral(call.contentType)},\n`]),
  ];
  return members.length === 0 ? "" : `{\n${members.join("")}}`;
}

function bodyOf(body: SampleBody): string {
  switch (body.kind) {
    case "json": case "text":
      return literal(body.value, syntax, "  ");
    case "file":
      return `await openAsBlob(${stringLiteral(body.fileName)}, { type: ${stringLiteral(body.mediaType)} })`;
    case "multipart":
      return body.parts.length === 0 ? "{}" : `{\n${body.parts.map((part) => `    ${key(part.name)}: ${partOf(part)},\n`).join("")}  }`;
    default:
      return body satisfies never;
  }
}

function partOf(part: SamplePart): string {
  if ("value" in part) return literal(part.value, syntax, "    ");
  const type = part.contentType === undefined ? "" : `, { type: ${stringLiteral(part.contentType)} }`;
  return `new File([await readFile(${stringLiteral(part.fileName)})], ${stringLiteral(part.fileName)}${type})`;
}

const syntax: Syntax = {
  string: stringLiteral,
  key,
  step: "  ",
  words: { null: "null", true: "true", false: "false" },
  object: () => ({ open: "{", between: ": ", close: "}", empty: "{}" }),
};

/** In a literal `__proto__` is the prototype, unless it is computed. */
function key(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}
