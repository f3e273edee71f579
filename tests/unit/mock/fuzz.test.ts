import assert from "node:assert/strict";
import { request } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { randomOf, type Random } from "../../../generator/model/sample/random.ts";
import { type Mock, startMock } from "../../../generator/mock/start-mock.ts";
import { repository } from "../../support/typecheck.ts";
import { documents, loadApi } from "./load-api.ts";

/** `FUZZ=10000` asks as often; the rest of the time fewer will do. */
const count = Number(process.env["FUZZ"] ?? 600);

// One for all documents: Prism takes a second to start.
let mock: Mock | undefined;
after(() => mock?.close());

test(`the mock answers ${count} hostile requests, each with a status that is documented or its own, and is there afterwards`, async () => {
  for (const path of [join(repository, "spec/openapi.yaml"), ...documents.filter((name) => /library|forms|files/.test(name))]) {
    const api = await loadApi(path);
    mock ??= await startMock(api);
    mock.reload(api);
    const { url } = mock;
    const documented = new Set(api.operations.flatMap(({ responses }) => responses.map(({ status }) => status)));
    const paths = api.operations.map((operation) => operation.path);
    const random = randomOf(1);
    for (let index = 0; index < count / 4; index += 20) {
      const statuses = await Promise.all(Array.from({ length: 20 }, () => send(url, hostile(random, paths))));
      const strange = statuses.filter((status) => status !== undefined && !documented.has(String(status)) && !own.has(status) && !documented.has("default"));
      assert.deepEqual(strange, []);
      assert.ok(!statuses.includes(500) || documented.has("500"));
    }
    assert.equal((await fetch(`${url}/_specwright/state`)).status, 200);
  }
});

/** What the guard says for itself, and what Node does to what is no HTTP. */
const own = new Set([200, 204, 400, 401, 404, 405, 406, 413, 415, 422, 431]);

type Hostile = { method: string; path: string; headers: Record<string, string>; body: string | undefined };

function hostile(random: Random, paths: readonly string[]): Hostile {
  const one = <Value>(values: readonly Value[], otherwise: Value): Value => values[random.below(values.length)] ?? otherwise;
  const known = one(paths, "/").replace(/\{[^}]*\}/g, () => one(pieces, "a"));
  const path = random.below(4) === 0 ? `/${one(pieces, "")}/${one(pieces, "")}` : known;
  const query = random.below(2) === 0 ? "" : `?${one(["limit", "a[b]", "token", "pretty", "%", "__proto__"], "q")}=${one(pieces, "")}`;
  const headers: Record<string, string> = {};
  if (random.below(2) === 0) headers["authorization"] = one(["ApiKey abc", "Basic YTpi", "Basic ===", "Bearer x", "Bearer", "\x80\xff"], "x");
  if (random.below(3) === 0) headers["x-key"] = one(["a", "x".repeat(20_000), ",,,"], "a");
  if (random.below(3) === 0) headers["accept"] = one(["*/*;q=2", "text/html", "application/json;q=0", ";;;,,,/", "a".repeat(500)], "*/*");
  if (random.below(3) === 0) headers["prefer"] = one(["code=999", "code=200", "code=-1", "example=__proto__", "dynamic=maybe", "code=,,,example", "=;="], "");
  if (random.below(2) === 0) headers["content-type"] = one(["application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain; charset=utf-16", "application/x-www-form-urlencoded", "///"], "x/y");
  const body = random.below(2) === 0 ? undefined : one(["{", "[".repeat(10_000), '{"__proto__":{}}', "\0\0", "--x\r\n\r\n--x--", "a=%&b=%zz", '"\ud800"', "1e999"], "");
  return { method: one(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "PROPFIND"], "GET"), path: path + query, headers, body };
}

const pieces = ["100%", "%zz", "%00", "a,b", ",", ",,", "%2F..%2F", "..", ".", "", "%ff%fe", "a b".replace(" ", "%20"), "*", "x".repeat(9_000), "~!$&'()*+;=:@", "%E0%A4%A", "978-0123456789", "constructor", "__proto__"];

/** `undefined`: the connection was closed, or Node's client would not send it. */
function send(url: string, { method, path, headers, body }: Hostile): Promise<number | undefined> {
  return new Promise((resolve) => {
    try {
      const sent = request(url, { method, path, headers: { ...headers, ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }) }, agent: false }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode));
        response.on("error", () => resolve(undefined));
      });
      sent.on("error", () => resolve(undefined));
      sent.end(body);
    } catch {
      resolve(undefined);
    }
  });
}
