import { visibleJson } from "../quote.ts";
import type { SampleRequest } from "../sample-request.ts";

/** A request for the console of Kibana: method and path, and the body below; `undefined` for a body that it cannot send. */
export function consoleRequest({ method, url, body }: SampleRequest): string | undefined {
  const [, path = ""] = /^(?:https?:\/\/[^/?]*)?(.*)$/s.exec(url.filter((piece) => typeof piece === "string").join("")) ?? [];
  const line = `${method} ${path}`;
  if (body === undefined) return line;
  if (body.kind === "json") return `${line}\n${visibleJson(JSON.stringify(body.value, null, 2))}`;
  return body.kind === "text" ? `${line}\n${body.text.trimEnd()}` : undefined;
}
