import type { ServerRequest } from "../runtime/server/exchange.ts";

/** What a client asks of a mock by the header `Prefer` (RFC 7240): `Prefer: code=404, example=gone, dynamic=true`, as Prism has it. */
export type Preference = { readonly code?: string; readonly example?: string; readonly dynamic?: boolean };

/** The preferences of a request that are about mocks; others are not ours to know. */
export function preferenceOf({ headers }: ServerRequest): Preference {
  const { prefer } = headers;
  const text = typeof prefer === "string" ? prefer : (prefer ?? []).join(", ");
  const values = new Map<string, string>();
  for (const part of text.split(/[,;]/)) {
    const [name = "", ...rest] = part.split("=");
    const value = rest.join("=").trim();
    if (!values.has(name.trim().toLowerCase())) values.set(name.trim().toLowerCase(), /^"(.*)"$/s.exec(value)?.[1] ?? value);
  }
  const [code, example, dynamic] = [values.get("code"), values.get("example"), values.get("dynamic")];
  return {
    ...(code !== undefined && code !== "" && { code }),
    ...(example !== undefined && example !== "" && { example }),
    ...(dynamic !== undefined && { dynamic: dynamic !== "false" }),
  };
}
