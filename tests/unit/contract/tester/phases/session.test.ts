import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

const refused = { description: "d" };
const sid = [{ sid: [] }];
const document: JsonObject = {
  paths: {
    "/session": { post: { requestBody: { required: true, content: { "application/json": { schema: { type: "object" }, example: { user: "ada" } } } }, responses: { 201: { description: "d", headers: { "Set-Cookie": { schema: { type: "string" } } } } } }, delete: { security: sid, responses: { 204: { description: "d" }, 401: refused } } },
    "/me": { get: { security: sid, responses: { 200: answered({ type: "object" }), 401: refused } } },
  },
  components: { securitySchemes: { sid: { type: "apiKey", in: "cookie", name: "sid" } } },
};

function server({ opens = true, ends = true } = {}): (asked: Asked) => Told {
  const open = new Set<string>(["given"]);
  return ({ method, path, header }) => {
    if (path === "/session" && method === "POST") {
      const id = `s${open.size}`;
      if (opens) open.add(id);
      return { status: 201, headers: { "set-cookie": `sid=${id}; Path=/; HttpOnly` } };
    }
    const shown = /sid=([^;]+)/.exec(header("cookie") ?? "")?.[1] ?? "";
    if (!open.has(shown)) return { status: 401 };
    if (method === "DELETE" && ends) open.delete(shown);
    return method === "DELETE" ? { status: 204 } : { status: 200, json: {} };
  };
}

test("a session begins with a log-in and ends with a log-out", async () => {
  const credentials = new Map([["sid", "given"]]);
  assert.deepEqual(await findingsOf("stateful", document, server(), { credentials }), []);
  assert.deepEqual(await findingsOf("stateful", document, server({ opens: false }), { credentials }), ["error not-created POST /session"]);
  assert.deepEqual(await findingsOf("stateful", document, server({ ends: false }), { credentials }), ["error credentials-ignored DELETE /session"]);
});
