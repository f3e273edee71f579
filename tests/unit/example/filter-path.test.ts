import assert from "node:assert/strict";
import test from "node:test";
import { filterPath } from "../../../spec/example/filter-path.ts";

const body = {
  _nodes: {
    total: 2, successful: 1, failed: 1,
    failures: [{ type: "failed_node_exception", node_id: "b", caused_by: { type: "node_not_connected_exception" } }],
  },
  cluster_name: "my-cluster",
  nodes: { a: { name: "node-1" } },
};

const cases: [fact: string, paths: string[], left: unknown][] = [
  ["a path keeps what it names, and all below", ["_nodes.failed", "nodes"], { _nodes: { failed: 1 }, nodes: { a: { name: "node-1" } } }],
  ["a star is any part of a name", ["_nodes.f*led", "*_name"], { _nodes: { failed: 1 }, cluster_name: "my-cluster" }],
  ["a star alone is any name", ["*.*.name"], { nodes: { a: { name: "node-1" } } }],
  ["two stars are any depth, and none at all", ["**.type"], {
    _nodes: { failures: [{ type: "failed_node_exception", caused_by: { type: "node_not_connected_exception" } }] },
  }],
  ["two stars at the start find members of the body itself", ["**.cluster_name"], { cluster_name: "my-cluster" }],
  ["lists are looked through", ["_nodes.failures.node_id"], { _nodes: { failures: [{ node_id: "b" }] } }],
  ["a minus takes out", ["-_nodes", "-nodes.*.name"], { cluster_name: "my-cluster" }],
  ["what is taken out is not among what is kept", ["_nodes", "-_nodes.failures"], { _nodes: { total: 2, successful: 1, failed: 1 } }],
  ["a path that names nothing leaves nothing", ["nowhere.at.all"], {}],
  ["a path that goes on below a text names nothing", ["cluster_name.length"], {}],
  ["names of what objects inherit name nothing", ["constructor", "__proto__", "nodes.toString"], {}],
];

for (const [fact, paths, left] of cases) {
  test(fact, () => assert.deepEqual(filterPath(body, paths), left));
}

test("an object that was empty stays, if nothing was taken out of it", () => {
  assert.deepEqual(filterPath({ nodes: {}, cluster_name: "c" }, ["-cluster_name"]), { nodes: {} });
});

test("the body itself is not changed", () => {
  const before = structuredClone(body);
  filterPath(body, ["-**.type", "_nodes"]);
  assert.deepEqual(body, before);
});

test("patterns that are made to be slow are not", () => {
  const name = "a".repeat(1000);
  const deep = Array.from({ length: 50 }).reduce<object>((inner) => ({ a: inner, b: inner }), { end: 1 });
  const twoWays = filterPath({ [name]: 1 }, [`${"*a".repeat(400)}*b`]);
  assert.deepEqual(twoWays, {});
  const chain = Array.from({ length: 50 }).reduce<object>((inner) => ({ a: inner }), { end: 1 });
  assert.deepEqual(filterPath(chain, ["**.".repeat(100) + "end"]), chain);
  assert.deepEqual(filterPath({ top: deep }, ["nothing.**"]), {});
});
