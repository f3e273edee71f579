import { answers, changed, reads, withHeader, withStatus } from "../faults.ts";
import type { Fault } from "../fault.ts";
import type { Mutant } from "../mutant.ts";
import { knownCredentials } from "../warehouse/security.ts";
import type { Asked } from "../warehouse/exchange.ts";

const key = knownCredentials.get("key") ?? "";
const bearer = `Bearer ${knownCredentials.get("bearer") ?? ""}`;
const basic = `Basic ${Buffer.from(knownCredentials.get("clerk") ?? "").toString("base64")}`;
const ignored = ["credentials-ignored"] as const;

/** Doors that are open, and doors that are shut to those who have the key. */
export const auth: readonly Mutant[] = [
  { name: "a key is not asked for", on: "POST /items", codes: ignored, fault: reads("POST /items", having("x-api-key", key, () => true)) },
  { name: "any key will do", on: "DELETE /items/{itemId}", with: ["POST /items"], codes: ignored, fault: reads("DELETE /items/{itemId}", having("x-api-key", key, ({ headers }) => headers.has("x-api-key"))) },
  { name: "a token is not asked for", on: "POST /orders", codes: ignored, fault: reads("POST /orders", having("authorization", bearer, () => true)) },
  { name: "any token will do", on: "GET /orders/{orderId}", codes: ignored, fault: reads("GET /orders/{orderId}", having("authorization", bearer, ({ headers }) => /^Bearer ./.test(headers.get("authorization") ?? ""))) },
  { name: "any password will do", on: "POST /subscriptions", codes: ignored, fault: reads("POST /subscriptions", having("authorization", basic, ({ headers }) => /^Basic ./.test(headers.get("authorization") ?? ""))) },
  { name: "one of two suffices", on: "GET /orders", codes: ignored, fault: reads("GET /orders", having("authorization", bearer, ({ headers }) => headers.get("x-api-key") === key)) },
  { name: "one way in of two is shut", on: "GET /orders", codes: ["credentials-refused"], fault: reads("GET /orders", (asked) => ({ ...asked, headers: new Map([...asked.headers].filter(([name]) => name !== "x-api-key")) })) },
  { name: "those who are known are refused", on: "GET /orders/{orderId}", codes: ["credentials-refused"], fault: shut("GET /orders/{orderId}") },
  { name: "what is open asks for credentials", on: "GET /health", codes: ["credentials-refused", "undocumented-status"], fault: shut("GET /health") },
  { name: "a 401 that does not say how", on: "POST /orders", codes: ["missing-response-header"], fault: withHeader("POST /orders 401", "www-authenticate") },
  { name: "403 in place of 401", on: "PUT /items/{itemId}", codes: ["undocumented-status"], fault: withStatus("PUT /items/{itemId} 401", 403) },
  { name: "a 401 in plain text", on: "PATCH /items/{itemId}", codes: ["undocumented-content-type"], fault: changed("PATCH /items/{itemId} 401", (answer) => ({ ...answer, headers: { ...answer.headers, "content-type": "text/plain" }, body: "Who are you?" })) },
  { name: "it fails without credentials", on: "POST /subscriptions", codes: ["server-error"], fault: answers(500, "POST /subscriptions", ({ headers }) => !headers.has("authorization")) },
];

function shut(operation: string): Fault {
  return withAnswer(answers(401, operation, () => true), { "www-authenticate": "Bearer" });
}

/** The same fault, with headers on what it answers. */
function withAnswer({ instead }: Fault, headers: Readonly<Record<string, string>>): Fault {
  return { instead: (asked) => {
    const answer = instead?.(asked);
    return answer && { ...answer, headers: { ...answer.headers, ...headers } };
  } };
}

function having(name: string, value: string, when: (asked: Asked) => boolean): (asked: Asked) => Asked {
  return (asked) => (when(asked) ? { ...asked, headers: new Map([...asked.headers, [name, value]]) } : asked);
}
