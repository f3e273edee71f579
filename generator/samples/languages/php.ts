import { expression } from "../expression.ts";
import { literal, type Syntax } from "../literal.ts";
import { phpString } from "../quote.ts";
import type { SampleBody, SamplePart, SampleRequest, Text } from "../sample-request.ts";

/** A request in PHP, with its extension `curl`. */
export function php({ method, url, headers, basic, body }: SampleRequest): string {
  const type = body === undefined || body.kind === "multipart" ? [] : [{ name: "Content-Type", value: [body.mediaType] }];
  const lines = [...headers, ...type].map(({ name, value }) => `        ${text([`${name}: `, ...value])},\n`);
  const options = [
    ...(method === "HEAD" ? ["CURLOPT_NOBODY => true"] : method === "GET" && body === undefined ? [] : [`CURLOPT_CUSTOMREQUEST => ${phpString(method)}`]),
    "CURLOPT_RETURNTRANSFER => true",
    ...(lines.length === 0 ? [] : [`CURLOPT_HTTPHEADER => [\n${lines.join("")}    ]`]),
    ...(basic === undefined ? [] : [`CURLOPT_USERPWD => ${variable(basic.username)} . ":" . ${variable(basic.password)}`]),
    ...(body === undefined ? [] : [`CURLOPT_POSTFIELDS => ${fields(body)}`]),
  ];
  return `<?php\n\n$request = curl_init(${text(url)});\ncurl_setopt_array($request, [\n${options.map((option) => `    ${option},\n`).join("")}]);\necho curl_exec($request);`;
}

function fields(body: SampleBody): string {
  switch (body.kind) {
    case "json":
      return `json_encode(${literal(body.value, syntax, "    ")})`;
    case "text":
      return phpString(body.text);
    case "file":
      return `file_get_contents(${phpString(body.fileName)})`;
    case "multipart":
      return `[${body.parts.map((part) => `\n        ${phpString(part.name)} => ${partOf(part)},`).join("")}\n    ]`;
    default:
      return body satisfies never;
  }
}

function partOf(part: SamplePart): string {
  const type = part.contentType === undefined ? "" : `, ${phpString(part.contentType)}`;
  if ("fileName" in part) return `new CURLFile(${phpString(part.fileName)}${type})`;
  const value = phpString(typeof part.value === "object" ? JSON.stringify(part.value) : String(part.value));
  // A part that has a media type and no file name: PHP has no other way to write one.
  return type === "" ? value : `new CURLStringFile(${value}, ""${type})`;
}

function text(value: Text): string {
  return expression(value, { string: phpString, variable, join: " . " });
}

function variable(name: string): string {
  return `getenv("${name}")`;
}

const syntax: Syntax = {
  string: phpString,
  key: phpString,
  step: "    ",
  words: { null: "null", true: "true", false: "false" },
  object: (names) => ({ open: opening(names), between: " => ", close: "]", empty: "new stdClass()" }),
};

/** An array whose keys are numbers would be a list of JSON. */
function opening(names: readonly string[]): string {
  return names.some((name) => /^-?\d+$/.test(name)) ? "(object) [" : "[";
}
