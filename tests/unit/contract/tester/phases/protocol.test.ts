import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, findingsOf, type Told } from "./server-of.ts";

const pet = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const document = { paths: {
  "/pets": { get: { responses: { 200: answered(pet), 304: { description: "d" } } } },
  "/orders": { post: { requestBody: { required: true, content: { "application/json": { schema: pet } } }, responses: { 201: { description: "d" }, 400: { description: "d" }, 415: { description: "d" } } } },
} };

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

function right({ method, path, header, text }: Asked): Told {
  const allow = path === "/pets" ? "GET, HEAD" : "POST";
  if (!allow.split(", ").includes(method)) return { status: 405, headers: { allow } };
  if (path === "/pets") return (header("if-none-match") ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === '"1"') ? { status: 304, headers: { etag: '"1"' } } : { status: 200, json: { name: "Rex" }, headers: { etag: '"1"' } };
  if (header("content-type")?.startsWith("application/json") !== true || header("content-encoding") !== undefined) return { status: 415 };
  try {
    return { status: typeof JSON.parse(text).name === "string" && !text.includes("\ufffd") ? 201 : 400 };
  } catch {
    return { status: 400 };
  }
}

const faults: { name: string; answer: (asked: Asked) => Told; finding: string }[] = [
  { name: "a method that is not documented is taken", answer: (asked) => (asked.method === "DELETE" ? { status: 204 } : right(asked)), finding: "error method-not-refused /pets" },
  { name: "a method that is not documented makes it fail", answer: (asked) => (asked.method === "PATCH" && asked.path === "/pets" ? { status: 500 } : right(asked)), finding: "error server-error /pets" },
  { name: "a 405 has no Allow", answer: (asked) => { const told = right(asked); return told.status === 405 ? { status: 405 } : told; }, finding: "error protocol-violation /pets" },
  { name: "HEAD has another ETag", answer: (asked) => (asked.method === "HEAD" ? { status: 200, headers: { etag: '"2"' } } : right(asked)), finding: "error protocol-violation HEAD /pets" },
  { name: "304 without the ETag", answer: (asked) => { const told = right(asked); return told.status === 304 ? { status: 304 } : told; }, finding: "warning protocol-violation GET /pets" },
  { name: "304 for any ETag", answer: (asked) => (asked.header("if-none-match") === undefined ? right(asked) : { status: 304 }), finding: "error protocol-violation GET /pets" },
  { name: "never 304, which is documented", answer: (asked) => (asked.method === "GET" && asked.path === "/pets" ? { status: 200, json: { name: "Rex" }, headers: { etag: '"1"' } } : right(asked)), finding: "error protocol-violation GET /pets" },
  { name: "half of JSON is taken", answer: (asked) => { const told = right(asked); return told.status === 400 ? { status: 201 } : told; }, finding: "error invalid-request-accepted POST /orders" },
  { name: "any media type is taken", answer: (asked) => { const told = right(asked); return told.status === 415 ? { status: 201 } : told; }, finding: "error invalid-request-accepted POST /orders" },
  { name: "a wrong percent-encoding makes it fail", answer: (asked) => (asked.target.includes("%zz") ? { status: 500 } : right(asked)), finding: "error server-error GET /pets" },
];

test("a server that keeps to HTTP has no finding", async () => {
  assert.deepEqual(await findingsOf("protocol", document, right), []);
});

for (const { name, answer, finding } of faults) {
  test(`it is found that ${name}`, async () => {
    assert.ok((await findingsOf("protocol", document, answer)).includes(finding));
  });
}

test("501 for a method that is not documented, and no support of conditions, is fine", async () => {
  const plain = (asked: Asked): Told => {
    const told = right(asked);
    if (told.status === 405) return { status: 501 };
    return asked.path === "/pets" ? { status: 200, json: { name: "Rex" } } : told;
  };
  assert.deepEqual(await findingsOf("protocol", document, plain), []);
});

test("the ETag that something has is one with which it may be changed", async () => {
  const body = { required: true, content: { "application/json": { schema: pet } } };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const tagged = { paths: {
    "/pets": { post: { requestBody: body, responses: { 201: answered({ type: "object" }), 400: { description: "d" }, 415: { description: "d" } } } },
    "/pets/{id}": { parameters: [id], get: { responses: { 200: answered(pet), 404: { description: "d" } } }, put: { requestBody: body, responses: { 200: answered(pet), 400: { description: "d" }, 404: { description: "d" }, 412: { description: "d" }, 415: { description: "d" } } } },
  } };
  const answer = (own: string) => (asked: Asked): Told => {
    const { method, path, header } = asked;
    if (path === "/pets" && method !== "POST") return { status: 405, headers: { allow: "POST" } };
    if (path === "/pets") return right({ ...asked, path: "/orders" }).status === 201 ? { status: 201, json: { id: "p1" } } : right({ ...asked, path: "/orders" });
    if (!["GET", "HEAD", "PUT"].includes(method)) return { status: 405, headers: { allow: "GET, HEAD, PUT" } };
    if (path !== "/pets/p1") return { status: 404 };
    const taken = method === "PUT" ? right({ ...asked, method: "POST", path: "/orders" }).status : 200;
    if (taken > 299) return { status: taken };
    if (method === "PUT" && header("if-match") !== undefined && header("if-match") !== own) return { status: 412 };
    return { status: 200, json: { name: "Rex" }, headers: { etag: '"1"' } };
  };
  assert.deepEqual(await findingsOf("protocol", tagged, answer('"1"')), []);
  assert.deepEqual(await findingsOf("protocol", tagged, answer("1")), ["error protocol-violation PUT /pets/{id}"]);
});
