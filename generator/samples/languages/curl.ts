import { shellWord, visibleJson } from "../quote.ts";
import type { SampleBody, SamplePart, SampleRequest, Text } from "../sample-request.ts";

/** A request as a command of curl; `undefined` where curl has no way to say it. */
export function curl({ method, url, headers, basic, body }: SampleRequest): string | undefined {
  const parts = body === undefined ? [] : bodyOptions(body);
  if (parts === undefined) return undefined;
  const lines = [
    ["curl", ...methodOptions(method, body), ...(isGlob(url) ? ["--globoff"] : []), words(url)].join(" "),
    ...(basic === undefined ? [] : [`-u "$${basic.username}:$${basic.password}"`]),
    ...headers.map(({ name, value }) => `-H ${isEmpty(value) ? shellWord(`${name};`) : words([`${name}: `, ...value])}`),
    ...parts,
  ];
  return lines.join(" \\\n  ");
}

/** GET is what curl sends by itself, unless there is a body; and it must know of HEAD that no body comes. */
function methodOptions(method: string, body: SampleBody | undefined): string[] {
  if (method === "HEAD") return ["--head"];
  return method === "GET" && body === undefined ? [] : ["-X", shellWord(method)];
}

/** curl makes several URLs of one with braces or brackets. */
function isGlob(url: Text): boolean {
  return url.some((piece) => typeof piece === "string" && /[[\]{}]/.test(piece));
}

function isEmpty(value: Text): boolean {
  return value.every((piece) => piece === "");
}

/** A text with variables, as one word. In double quotes only what is harmless there. */
function words(text: Text): string {
  if (text.every((piece) => typeof piece === "string")) return quoted(text.join(""));
  const isHarmless = text.every((piece) => typeof piece !== "string" || /^[\w@%+:,./ ?&=;-]*$/.test(piece));
  if (isHarmless) return `"${text.map((piece) => (typeof piece === "string" ? piece : `$${piece.variable}`)).join("")}"`;
  return text.map((piece) => (typeof piece === "string" ? shellWord(piece) : `"$${piece.variable}"`)).join("");
}

/** People expect URLs and headers in double quotes. */
function quoted(text: string): string {
  return /^[\w@%+:,./ ?&=;*~-]*$/.test(text) ? `"${text}"` : shellWord(text);
}

function bodyOptions(body: SampleBody): string[] | undefined {
  const type = `-H ${quoted(`Content-Type: ${body.mediaType}`)}`;
  switch (body.kind) {
    case "json":
      return [type, `--data-raw ${shellWord(visibleJson(JSON.stringify(body.value, null, 2)))}`];
    case "text":
      return [type, `--data-raw ${shellWord(body.text)}`];
    case "file":
      return [type, `--data-binary @${body.fileName}`];
    case "multipart":
      // What stands before the first "=" is the name, whatever is around it.
      return body.parts.some(({ name }) => name.includes("=") || name === "") ? undefined : body.parts.map(partOption);
    default:
      return body satisfies never;
  }
}

function partOption(part: SamplePart): string {
  const { name, contentType } = part;
  const type = contentType === undefined ? "" : `;type=${contentType}`;
  if ("fileName" in part) return `-F ${shellWord(`${name}=@${part.fileName}${type}`)}`;
  const text = typeof part.value === "object" ? visibleJson(JSON.stringify(part.value)) : String(part.value);
  if (contentType === undefined) return `--form-string ${shellWord(`${name}=${text}`)}`;
  return `-F ${shellWord(`${name}="${text.replace(/["\\]/g, "\\$&")}"${type}`)}`;
}
