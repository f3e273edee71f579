import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../../generator/runtime/answer.ts";
import { binaryBody } from "../../../generator/runtime/body.ts";
import { operation, type Part } from "../../../generator/runtime/operation.ts";
import { apiKey, bearer, security } from "../../../generator/runtime/security.ts";
import { send } from "../../../generator/runtime/send.ts";
import { always, serve } from "./serve.ts";

const secret = "s3cret";
const kinds: [string, Part][] = [
  ["Authorization", security([bearer("key")])],
  ["a key in Authorization", security([apiKey("key", "header", "Authorization", "ApiKey ")])],
  ["a header", security([apiKey("key", "header", "X-Key")])],
  ["a cookie", security([apiKey("key", "cookie", "sid")])],
  ["a query parameter that is called like the header", security([apiKey("key", "query", "authorization")])],
  ["the query", security([apiKey("key", "query", "key")])],
];

function call(url: string, part: Part, route = "GET /start"): Promise<Answer> {
  return send({ baseUrl: url, auth: { key: secret } }, operation<object, Answer>(route, part), {});
}

for (const [what, part] of kinds) {
  test(`a redirect to another origin does not get a credential in ${what}`, async () => {
    const other = await serve(always(200, {}, "other"));
    for (const status of [301, 302, 303, 307, 308]) {
      // A server that hands on the query, as many do.
      const { url, seen } = await serve((request, response) => void response.writeHead(status, { location: `${other.url}${request.url}` }).end());
      await call(url, part);
      assert.equal(seen.length, 1);
      assert.match(JSON.stringify(seen), /s3cret/, "the first server got it");
    }
    assert.doesNotMatch(JSON.stringify(other.seen), /s3cret/);
  });

  test(`a redirect to the same origin is followed, with a credential in ${what}`, async () => {
    const { url, seen } = await serve((request, response) => {
      const { pathname, search } = new URL(request.url ?? "", "http://a");
      if (pathname === "/end") response.writeHead(200, { "content-type": "application/json" }).end('{"a":1}');
      else response.writeHead(302, { location: `end${search}` }).end();
    });
    const { status, body } = await call(url, part);
    assert.deepEqual([status, body], [200, { a: 1 }]);
    assert.match(JSON.stringify(seen.at(-1)), /s3cret/);
  });
}

const [, , [, header = () => {}] = []] = kinds;

test("a redirect that is not followed is the response", async () => {
  const { url } = await serve(always(302, { location: "https://other.example/" }));
  const { status, headers } = await call(url, header);
  assert.deepEqual([status, headers["location"]], [302, "https://other.example/"]);
});

test("another port and another scheme are other origins, and so is what is no URL", async () => {
  const { url, seen } = await serve(always(302, { location: "http://127.0.0.1:1/" }));
  assert.equal((await call(url, header)).status, 302);
  for (const location of [url.replace("http:", "https:"), "http://[", "data:,x", "//evil.example/"]) {
    const one = await serve(always(307, { location }));
    assert.equal((await call(one.url, header)).status, 307, location);
  }
  assert.equal(seen.length, 1);
});

test("method and body change as the Fetch Standard says", async () => {
  const requests: Record<string, string[]> = {};
  for (const method of ["POST", "PUT", "GET"]) {
    for (const status of [301, 302, 303, 307, 308]) {
      const { url, seen } = await serve((request, response) => {
        if (request.url === "/end") response.writeHead(204).end();
        else response.writeHead(status, { location: "/end" }).end();
      });
      const args = method === "GET" ? {} : { body: [1] };
      await send({ baseUrl: url, auth: { key: secret } }, operation<object, Answer>(`${method} /start`, header), args);
      (requests[method] ??= []).push(`${status} ${seen[1]?.line} ${seen[1]?.body} ${seen[1]?.headers["content-type"]}`);
    }
  }
  const changed = (status: number) => `${status} GET /end  undefined`;
  const kept = (status: number, method: string) => `${status} ${method} /end [1] application/json`;
  assert.deepEqual(requests, {
    POST: [changed(301), changed(302), changed(303), kept(307, "POST"), kept(308, "POST")],
    PUT: [kept(301, "PUT"), kept(302, "PUT"), changed(303), kept(307, "PUT"), kept(308, "PUT")],
    GET: [301, 302, 303, 307, 308].map(changed),
  });
});

test("a body that is a stream is not sent twice: the redirect is the response", async () => {
  const { url, seen } = await serve(always(307, { location: "/end" }));
  const upload = operation<object, Answer>("POST /start", header, binaryBody("application/octet-stream"));
  const { status } = await send({ baseUrl: url, auth: { key: secret } }, upload, { body: new Blob(["abc"]).stream() });
  assert.deepEqual([status, seen.map(({ line, body }) => `${line} ${body}`)], [307, ["POST /start abc"]]);
});

test("it goes round in circles no more than 20 times", async () => {
  const { url, seen } = await serve(always(302, { location: "/again" }));
  assert.equal((await call(url, header)).status, 302);
  assert.equal(seen.length, 21);
});

test("where the platform does not show a redirect, it is an error", async () => {
  const opaque = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  const client = { baseUrl: "https://a.example", auth: { key: secret }, fetch: async () => opaque };
  await assert.rejects(send(client, operation<object, Answer>("GET /start", header), {}), { name: "TypeError", message: /^GET \/start: redirected/ });
});
