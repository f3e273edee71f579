import assert from "node:assert/strict";
import test from "node:test";
import { clearApiKeyCache, createCluster, rememberApiKey, type Cluster } from "../../../spec/example/cluster.ts";

function remembering(...ids: string[]): Cluster {
  const cluster = createCluster(["n1", "n2"]);
  for (const { cache } of cluster.nodes) for (const id of ids) cache?.add(id);
  return cluster;
}

function remembered({ nodes }: Cluster): string[][] {
  return nodes.map(({ cache }) => [...(cache ?? [])]);
}

const cases: [fact: string, ids: string[], left: string[]][] = [
  ["an id is evicted from every node", ["a"], ["b", "c"]],
  ["several ids are evicted", ["a", "c"], ["b"]],
  ["an id that nobody remembers is no error", ["z"], ["a", "b", "c"]],
  ["a star is all", ["*"], []],
  ["_all is all", ["_all"], []],
  ["a star behind a letter is the id of a key", ["a*"], ["a", "b", "c"]],
  ["a star beside an id is the id of a key", ["a", "*"], ["b", "c"]],
];

for (const [fact, ids, left] of cases) {
  test(fact, () => {
    const cluster = remembering("a", "b", "c");
    const { _nodes, nodes } = clearApiKeyCache(cluster, ids);
    assert.deepEqual(remembered(cluster), [left, left]);
    assert.deepEqual(_nodes, { total: 2, successful: 2, failed: 0 });
    assert.deepEqual(nodes, { n1: { name: "node-1" }, n2: { name: "node-2" } });
  });
}

test("a node that fails is counted and explained, and keeps what it remembers", () => {
  const cluster = remembering("a");
  const [, second] = cluster.nodes;
  if (second) second.failure = { type: "node_not_connected_exception", reason: "gone" };
  const { _nodes, nodes } = clearApiKeyCache(cluster, ["*"]);
  assert.deepEqual(remembered(cluster), [[], ["a"]]);
  assert.deepEqual(nodes, { n1: { name: "node-1" } });
  assert.deepEqual(_nodes, {
    total: 2, successful: 1, failed: 1,
    failures: [{ type: "failed_node_exception", reason: "Failed node [n2]", node_id: "n2", caused_by: { type: "node_not_connected_exception", reason: "gone" } }],
  });
});

test("without a cache every node fails", () => {
  const cluster: Cluster = { name: "c", nodes: [{ id: "n1", name: "node-1", cache: undefined }] };
  const { _nodes, nodes } = clearApiKeyCache(cluster, ["a"]);
  assert.deepEqual([_nodes.successful, _nodes.failed, nodes], [0, 1, {}]);
  assert.deepEqual(_nodes.failures?.[0]?.caused_by, { type: "illegal_argument_exception", reason: "No cache named [api_key] is found" });
});

test("the first node that is well remembers a key that was verified", () => {
  const cluster = createCluster(["n1", "n2"]);
  const [first] = cluster.nodes;
  if (first) first.failure = { type: "node_not_connected_exception" };
  rememberApiKey(cluster, "a");
  assert.deepEqual(remembered(cluster), [[], ["a"]]);
});
