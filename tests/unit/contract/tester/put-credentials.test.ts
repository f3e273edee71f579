import assert from "node:assert/strict";
import { test } from "node:test";
import { putCredential } from "../../../../generator/contract/tester/put-credentials.ts";
import type { WireRequest } from "../../../../generator/contract/tester/exchange.ts";
import type { SchemeContract } from "../../../../generator/runtime/server/contract.ts";

const request: WireRequest = { method: "GET", target: "/a?b=1", headers: [["Cookie", "c=1"], ["Authorization", "old"]] };

for (const { scheme, value, gives } of [
  { scheme: { kind: "basic" }, value: "bob:pa:ss", gives: { headers: [["Cookie", "c=1"], ["authorization", "Basic Ym9iOnBhOnNz"]] } },
  { scheme: { kind: "basic" }, value: "Ym9iOnBhOnNz", gives: { headers: [["Cookie", "c=1"], ["authorization", "Basic Ym9iOnBhOnNz"]] } },
  { scheme: { kind: "bearer" }, value: "t", gives: { headers: [["Cookie", "c=1"], ["authorization", "Bearer t"]] } },
  { scheme: { kind: "http", scheme: "Digest" }, value: "x", gives: { headers: [["Cookie", "c=1"], ["authorization", "Digest x"]] } },
  { scheme: { kind: "apiKey", in: "header", parameter: "X-Key" }, value: "k", gives: { headers: [...request.headers, ["x-key", "k"]] } },
  { scheme: { kind: "apiKey", in: "header", parameter: "Authorization", prefix: "ApiKey " }, value: "ApiKey k", gives: { headers: [["Cookie", "c=1"], ["authorization", "ApiKey k"]] } },
  { scheme: { kind: "apiKey", in: "query", parameter: "key" }, value: "a&b", gives: { target: "/a?b=1&key=a%26b" } },
  { scheme: { kind: "apiKey", in: "cookie", parameter: "sid" }, value: "s", gives: { headers: [["Authorization", "old"], ["cookie", "c=1; sid=s"]] } },
  { scheme: { kind: "mutualTLS" }, value: "", gives: {} },
] satisfies { scheme: SchemeContract; value: string; gives: Partial<WireRequest> }[]) {
  test(`a credential of ${JSON.stringify(scheme)}: ${value}`, () => {
    assert.deepEqual(putCredential(request, scheme, value), { ...request, ...gives });
  });
}
