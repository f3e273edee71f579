import type { Router, ServerResponse } from "../../../../generator/runtime/server/exchange.ts";

/** What a test sends: `{ url: "/pets", method: "POST", headers: {…}, body: "{}" }`. */
export type Asked = { url: string; method?: string; headers?: { readonly [name: string]: string | readonly string[] }; body?: string; parsed?: unknown };

/** What a router answers to a request; the body of a stream is read. */
export async function ask(router: Router, { url, method = "GET", headers = {}, body, parsed }: Asked): Promise<ServerResponse & { text: string }> {
  const bytes = body === undefined ? undefined : () => Promise.resolve(new TextEncoder().encode(body));
  const response = await router.handle({ url, method, headers, body: bytes, parsed, native: undefined });
  return { ...response, text: await textOf(response.body) };
}

/** A body as text. */
export async function textOf(body: ServerResponse["body"]): Promise<string> {
  if (body === undefined || typeof body === "string") return body ?? "";
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  let text = "";
  for await (const chunk of body) text += typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
  return text;
}

/** A JSON body. */
export const jsonBody = (value: unknown) => ({ body: JSON.stringify(value), headers: { "content-type": "application/json" } });
