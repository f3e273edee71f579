import assert from "node:assert/strict";
import { test } from "node:test";
import { createCluster, type Cluster, type Trouble } from "../../../spec/example/cluster.ts";
import { ask, credentials, pathOf, type Question } from "./ask.ts";
import { documentedExamples } from "./contract.ts";

type Case = { readonly cluster?: Cluster; readonly question?: Question };

const path = pathOf("yVGMr3QByxdh1MSaicYx");
const node = "FCbYqxXiSTaQrGqxmx1yGQ";
const elastic = { authorization: credentials.elastic };

/** How the example is brought to answer as each example of the contract says. */
const cases: { readonly [example: string]: Case } = {
  "one-node": { cluster: createCluster([node]) },
  "all-nodes": { cluster: createCluster([node, "agq-C6ZPSYmPgNePwb26_Q", "3bQ5wNhUTzSGmO0kqkOPkA"]), question: { target: pathOf("*") } },
  "node-failed": {
    cluster: {
      name: "elasticsearch",
      nodes: [
        { id: node, name: "es1", cache: new Set() },
        { id: "agq-C6ZPSYmPgNePwb26_Q", name: "es2", cache: new Set(), failure: { type: "node_not_connected_exception", reason: "[es2][172.23.0.4:9300] Node not connected" } },
      ],
    },
  },
  "cache-disabled": { cluster: { name: "my-cluster", nodes: [{ id: node, name: "node-1", cache: undefined }] } },
  "unrecognized-parameter": { question: { target: `${path}?foo=1` } },
  "unexpected-body": { question: { headers: { ...elastic, "content-type": "application/json" }, body: "{}" } },
  "unsupported-version": { question: { headers: { ...elastic, accept: "application/vnd.elasticsearch+json; compatible-with=7" } } },
  "no-handler": { question: { target: pathOf("a/b") } },
  "feature-not-enabled": inTrouble(400, { type: "feature_not_enabled_exception", reason: "api keys are not enabled", "disabled.feature": "api_keys" }),
  "missing-credentials": { question: { headers: {} } },
  "wrong-password": { question: { headers: { authorization: credentials.basic("elastic", "guessed") } } },
  "missing-privilege": { question: { headers: { authorization: credentials.basic("bob", "changeme") } } },
  "method-not-allowed": { question: { method: "GET" } },
  "unsupported-content-type": { question: { headers: { ...elastic, "content-type": "text/plain" }, body: "hello" } },
  "circuit-breaker": inTrouble(429, {
    type: "circuit_breaking_exception",
    reason: "[parent] Data too large, data for [<http_request>] would be [1027604480/980mb], which is larger than the limit of [1020054732/972.7mb]",
    bytes_wanted: 1027604480, bytes_limit: 1020054732, durability: "TRANSIENT",
  }),
  "unexpected-failure": inTrouble(500, { type: "null_pointer_exception", reason: null }),
  "unexpected-failure-traced": inTrouble(500, {
    type: "illegal_state_exception",
    reason: "node is closing",
    stack_trace: "java.lang.IllegalStateException: node is closing\n\tat org.elasticsearch.node.Node.stop(Node.java)\n",
    suppressed: [{ type: "i_o_exception", reason: "Connection reset by peer", stack_trace: "java.io.IOException: Connection reset by peer\n\tat sun.nio.ch.SocketDispatcher.read0(Native Method)\n" }],
  }, `${path}?error_trace=true`),
  "cluster-not-ready": inTrouble(503, { type: "cluster_block_exception", reason: "blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];" }),
};

function inTrouble(status: Trouble["status"], cause: Trouble["cause"], target = path): Case {
  return { cluster: { ...createCluster([node]), trouble: { status, cause } }, question: { target } };
}

test("there is a case for every example of the contract", () => {
  assert.deepEqual(Object.keys(cases).sort(), [...documentedExamples.keys()].sort());
});

for (const [name, { status, value }] of documentedExamples) {
  test(`the example answers as the contract's ${name} says`, async () => {
    const { cluster, question = {} } = cases[name] ?? {};
    const answer = await ask(question, cluster);
    assert.deepEqual([answer.status, answer.body], [status, value]);
  });
}
