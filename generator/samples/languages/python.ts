import { expression } from "../expression.ts";
import { literal, type Syntax } from "../literal.ts";
import { pythonString } from "../quote.ts";
import type { SampleBody, SamplePart, SampleRequest, Text } from "../sample-request.ts";

/** A request in Python, with `requests`. */
export function python(request: SampleRequest): string {
  const { method, url, headers, basic, body } = request;
  const known = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(method);
  const own = [...headers, ...contentType(body)];
  const args = [
    ...(known ? [] : [pythonString(method)]),
    text(url),
    ...(own.length === 0 ? [] : [`headers={${own.map(({ name, value }) => `\n        ${pythonString(name)}: ${text(value)},`).join("")}\n    }`]),
    ...(basic === undefined ? [] : [`auth=(${variable(basic.username)}, ${variable(basic.password)})`]),
    ...bodyArguments(body),
  ];
  const imports = [...(usesEnvironment(request) ? ["import os"] : []), "import requests"];
  return `${imports.join("\n")}\n\nresponse = requests.${known ? method.toLowerCase() : "request"}(\n${args.map((arg) => `    ${arg},\n`).join("")})\nresponse.raise_for_status()\nprint(response.text)`;
}

function usesEnvironment({ url, headers, basic }: SampleRequest): boolean {
  return basic !== undefined || [url, ...headers.map(({ value }) => value)].some((value) => value.some((piece) => typeof piece === "object"));
}

/** `requests` knows the media type of plain JSON and of forms with files itself. */
function contentType(body: SampleBody | undefined): SampleRequest["headers"] {
  if (body === undefined || body.kind === "multipart" || (body.kind === "json" && body.mediaType === "application/json")) return [];
  return [{ name: "Content-Type", value: [body.mediaType] }];
}

function bodyArguments(body: SampleBody | undefined): string[] {
  switch (body?.kind) {
    case undefined:
      return [];
    case "json":
      return [`json=${literal(body.value, syntax, "    ")}`];
    case "text":
      return [`data=${pythonString(body.text)}.encode()`];
    case "file":
      return [`data=open(${pythonString(body.fileName)}, "rb")`];
    case "multipart":
      return [`files=[${body.parts.map((part) => `\n        (${pythonString(part.name)}, ${partOf(part)}),`).join("")}\n    ]`];
    default:
      return body satisfies never;
  }
}

function partOf(part: SamplePart): string {
  const type = part.contentType === undefined ? "" : `, ${pythonString(part.contentType)}`;
  if ("fileName" in part) return `(${pythonString(part.fileName)}, open(${pythonString(part.fileName)}, "rb")${type})`;
  return `(None, ${pythonString(typeof part.value === "object" ? JSON.stringify(part.value) : String(part.value))}${type})`;
}

function text(value: Text): string {
  return expression(value, { string: pythonString, variable, join: " + " });
}

function variable(name: string): string {
  return `os.environ["${name}"]`;
}

const syntax: Syntax = {
  string: pythonString,
  key: pythonString,
  step: "    ",
  words: { null: "None", true: "True", false: "False" },
  object: () => ({ open: "{", between: ": ", close: "}", empty: "{}" }),
};
