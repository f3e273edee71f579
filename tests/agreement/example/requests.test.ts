import assert from "node:assert/strict";
import { test } from "node:test";
import { createCluster, type Cluster } from "../../../spec/example/cluster.ts";
import { ask, credentials, pathOf } from "./ask.ts";

/** How clients of other languages write ids, and which keys of a, b, c, `a b+c`, `a*`, `é-ключ-😀` and so on are evicted then. */
const spellings: [sent: string, evicted: string[]][] = [
  ["a", ["a"]],
  ["a,b", ["a", "b"]],
  ["a%2Cb", ["a", "b"]],
  ["a%2cb", ["a", "b"]],
  ["a%2Cb,c", ["a", "b", "c"]],
  ["a*", ["a*"]],
  ["a,*", ["a", "*"]],
  ["a%2A", ["a*"]],
  ["100%25", ["100%"]],
  ["a%252Cb", ["a%2Cb"]],
  ["a%2Fb", ["a/b"]],
  ["%C3%A9-%D0%BA%D0%BB%D1%8E%D1%87-%F0%9F%98%80", ["é-ключ-😀"]],
  ["%c3%a9-%d0%ba%d0%bb%d1%8e%d1%87-%f0%9f%98%80", ["é-ключ-😀"]],
  ["a%20b%2Bc", ["a b+c"]],
  ["a+b", ["a+b"]],
  ["a%3A%40!%24%26'()%3B%3D~b", ["a:@!$&'();=~b"]],
  ["a:@!$&'();=~b", ["a:@!$&'();=~b"]],
  ["__proto__", ["__proto__"]],
];
const known = [...new Set(spellings.flatMap(([, evicted]) => evicted)), "z"];

for (const [sent, evicted] of spellings) {
  test(`${sent} evicts ${evicted.join(" and ")}`, async () => {
    const cluster = clusterOf(known);
    const { status } = await ask({ target: pathOf(sent), headers: { authorization: credentials.basic("elastic", "changeme") } }, cluster);
    assert.equal(status, 200);
    assert.deepEqual(known.filter((id) => !remembered(cluster).includes(id)), known.filter((id) => evicted.includes(id)));
  });
}

for (const sent of ["*", "%2A", "%2a", "_all"]) {
  test(`${sent} evicts all`, async () => {
    const cluster = clusterOf(known);
    assert.equal((await ask({ target: pathOf(sent), headers: { authorization: credentials.basic("elastic", "changeme") } }, cluster)).status, 200);
    assert.deepEqual(remembered(cluster), []);
  });
}

for (const sent of ["", "100%", "%zz", "%ff", ",", "a,,b", "%2C", "a/b"]) {
  test(`"${sent}" is a 400, and evicts nothing`, async () => {
    const cluster = clusterOf(known);
    assert.equal((await ask({ target: pathOf(sent) }, cluster)).status, 400);
    assert.deepEqual(known.filter((id) => !remembered(cluster).includes(id)), []);
  });
}

const lettingIn: [who: string, authorization: string, status: number][] = [
  ["an API key", credentials.elastic, 200],
  ["a key whose scheme is in lower case", credentials.elastic.replace("ApiKey", "apikey"), 200],
  ["a name and password", credentials.basic("elastic", "changeme"), 200],
  ["a token", "Bearer an-example-token", 200],
  ["the key of somebody without the privilege", credentials.bobsKey, 403],
  ["somebody without the privilege", credentials.basic("bob", "changeme"), 403],
  ["a key that nobody has", "ApiKey bm9ib2R5Om5vdGhpbmc=", 401],
  ["a key that is no base64", "ApiKey %%%", 401],
  ["a wrong password", credentials.basic("elastic", "guessed"), 401],
  ["a password without a name", "Basic !!!", 401],
  ["a token that is not known", "Bearer other", 401],
  ["a scheme that is not known", "Digest username=elastic", 401],
  ["nothing after the scheme", "ApiKey", 401],
];

for (const [who, authorization, status] of lettingIn) {
  test(`${who} is a ${status}`, async () => {
    const answer = await ask({ headers: { authorization } });
    assert.equal(answer.status, status);
    assert.equal(answer.headers["x-elastic-product"], status === 200 ? "Elasticsearch" : undefined);
  });
}

test("a key that was verified is remembered, and by evicting it forgotten", async () => {
  const cluster = createCluster(["n1"]);
  await ask({ target: pathOf("other") }, cluster);
  assert.deepEqual(remembered(cluster), ["VuaCfGcBCdbkQm-e5aOx"]);
  await ask({ target: pathOf("VuaCfGcBCdbkQm-e5aOx") }, cluster);
  assert.deepEqual(remembered(cluster), []);
});

test("X-Opaque-Id comes back, from whatever happens", async () => {
  const opaque = { "x-opaque-id": "key rotation 7" };
  for (const [headers, target, status] of [
    [{ authorization: credentials.elastic }, pathOf("a"), 200], [{ authorization: credentials.elastic }, "/", 400], [{}, pathOf("a"), 401], [{ authorization: credentials.bobsKey }, pathOf("a"), 403],
  ] as const) {
    const answer = await ask({ target, headers: { ...headers, ...opaque } });
    assert.deepEqual([answer.status, answer.headers["x-opaque-id"]], [status, "key rotation 7"]);
  }
});

test("the answer is of the media type that the client wants most", async () => {
  const vendor = (version: number) => `application/vnd.elasticsearch+json;compatible-with=${version}`;
  for (const [accept, type] of [
    ["application/vnd.elasticsearch+json; compatible-with=9,text/plain", vendor(9)], ["application/vnd.elasticsearch+json;compatible-with=8", vendor(8)],
    ["*/*", "application/json"], ["application/json", "application/json"], [`application/json;q=0.5, ${vendor(8)}`, vendor(8)],
  ] as const) {
    assert.equal((await ask({ headers: { authorization: credentials.elastic, accept } })).headers["content-type"], type, accept);
  }
});

test("a Content-Type without a body is ignored", async () => {
  for (const type of ["application/vnd.elasticsearch+json; compatible-with=9", "text/plain", "nonsense"]) {
    assert.equal((await ask({ headers: { authorization: credentials.elastic, "content-type": type } })).status, 200, type);
  }
});

test("filter_path leaves of a 200 what it names, and of an error everything", async () => {
  const filtered = await ask({ target: `${pathOf("a")}?filter_path=_nodes.failed,cluster*` }, createCluster(["n1"]), { documented: false });
  assert.deepEqual(filtered.body, { _nodes: { failed: 0 }, cluster_name: "my-cluster" });
  assert.equal((await ask({ target: `${pathOf("a")}?filter_path=status&foo=1` })).status, 400);
  assert.equal((await ask({ target: `${pathOf("a")}?filter_path=` })).status, 400);
});

test("a stack trace is there for who asks, and never with a 401", async () => {
  const traced = async (target: string, headers?: { authorization: string }) => JSON.stringify((await ask({ target, ...(headers && { headers }) })).body).includes("stack_trace");
  assert.equal(await traced(`${pathOf("a")}?foo=1`), false);
  assert.equal(await traced(`${pathOf("a")}?foo=1&error_trace=true`), true);
  assert.equal(await traced(`${pathOf("a")}?error_trace=true`, { authorization: "ApiKey bm9ib2R5Om5vdGhpbmc=" }), false);
});

test("what the contract does not have is refused", async () => {
  for (const target of [`${pathOf("a")}?pretty=yes`, `${pathOf("a")}?human=1`, `${pathOf("a")}?format=yaml`, `${pathOf("a")}?pretty=true&pretty=true`, "/", "/_security", "/_cat/indices"]) {
    assert.equal((await ask({ target })).status, 400, target);
  }
  for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
    const answer = await ask({ method });
    assert.deepEqual([answer.status, answer.headers["allow"]], [405, "POST"], method);
  }
});

function clusterOf(ids: readonly string[]): Cluster {
  return { name: "my-cluster", nodes: [{ id: "n1", name: "node-1", cache: new Set(ids) }] };
}

function remembered({ nodes }: Cluster): string[] {
  return nodes.flatMap(({ cache }) => [...(cache ?? [])]);
}
