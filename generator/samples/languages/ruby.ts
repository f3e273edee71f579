import { expression } from "../expression.ts";
import { literal, type Syntax } from "../literal.ts";
import { rubyString } from "../quote.ts";
import type { SampleBody, SamplePart, SampleRequest, Text } from "../sample-request.ts";

/** A request in Ruby, with its own `net/http`. */
export function ruby({ method, url, headers, basic, body }: SampleRequest): string {
  const lines = [
    'require "net/http"',
    ...(body?.kind === "json" ? ['require "json"'] : []),
    "",
    `uri = URI(${text(url)})`,
    `request = ${requestOf(method, body)}`,
    ...headers.map(({ name, value }) => `request[${rubyString(name)}] = ${text(value)}`),
    ...(basic === undefined ? [] : [`request.basic_auth(${variable(basic.username)}, ${variable(basic.password)})`]),
    ...bodyLines(body),
    "",
    'response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == "https") do |http|',
    "  http.request(request)",
    "end",
    "puts response.body",
  ];
  return lines.join("\n");
}

function requestOf(method: string, body: SampleBody | undefined): string {
  if (/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE)$/.test(method)) return `Net::HTTP::${method.charAt(0)}${method.slice(1).toLowerCase()}.new(uri)`;
  return `Net::HTTPGenericRequest.new(${rubyString(method)}, ${body !== undefined}, true, uri)`;
}

function bodyLines(body: SampleBody | undefined): string[] {
  if (body === undefined) return [];
  const type = `request["Content-Type"] = ${rubyString(body.mediaType)}`;
  switch (body.kind) {
    case "json":
      return [type, `request.body = JSON.generate(${literal(body.value, syntax)})`];
    case "text":
      return [type, `request.body = ${rubyString(body.text)}`];
    case "file":
      return [type, `request.body = File.binread(${rubyString(body.fileName)})`];
    case "multipart":
      return [`request.set_form([${body.parts.map((part) => `\n  ${partOf(part)},`).join("")}\n], "multipart/form-data")`];
    default:
      return body satisfies never;
  }
}

function partOf(part: SamplePart): string {
  const type = part.contentType === undefined ? "" : `, { content_type: ${rubyString(part.contentType)} }`;
  if ("fileName" in part) return `[${rubyString(part.name)}, File.open(${rubyString(part.fileName)}, "rb")${type}]`;
  return `[${rubyString(part.name)}, ${rubyString(typeof part.value === "object" ? JSON.stringify(part.value) : String(part.value))}${type}]`;
}

function text(value: Text): string {
  return expression(value, { string: rubyString, variable, join: " + " });
}

function variable(name: string): string {
  return `ENV.fetch("${name}")`;
}

const syntax: Syntax = {
  string: rubyString,
  key: rubyString,
  step: "  ",
  words: { null: "nil", true: "true", false: "false" },
  object: () => ({ open: "{", between: " => ", close: "}", empty: "{}" }),
};
