import type { ClearApiKeyCacheResponse, ErrorCause } from "../../generated/types.ts";

/**
 * All that there is to an Elasticsearch cluster, as far as its API key cache goes: nodes, and which keys each remembers.
 *
 *     { name: "my-cluster", nodes: [{ id: "FCbYqxXiSTaQrGqxmx1yGQ", name: "node-1", cache: new Set(["yVGMr3QByxdh1MSaicYx"]) }] }
 */
export type Cluster = {
  readonly name: string;
  readonly nodes: readonly ClusterNode[];
  /** What stops every request before it reaches a node: a cluster that is still starting, or short of memory. */
  trouble?: Trouble | undefined;
};

/** The nodes of a cluster fail one by one: `failure` is why this one does not answer the others. */
export type ClusterNode = {
  readonly id: string;
  readonly name: string;
  /** The ids of the keys that it has verified lately. There is none where `xpack.security.authc.api_key.cache.ttl` is 0. */
  readonly cache: Set<string> | undefined;
  failure?: ErrorCause | undefined;
};

/** An error of the whole cluster, and the status that it goes with. */
export type Trouble = { readonly status: 400 | 429 | 500 | 503; readonly cause: ErrorCause };

/** A cluster whose nodes are well and remember nothing, one for each id. */
export function createCluster(nodeIds: readonly string[], name = "my-cluster"): Cluster {
  return { name, nodes: nodeIds.map((id, index) => ({ id, name: `node-${index + 1}`, cache: new Set() })) };
}

/** Has a node remember that it verified a key. It is the first that is well, for that is the one which takes requests. */
export function rememberApiKey({ nodes }: Cluster, id: string): void {
  nodes.find(({ failure }) => failure === undefined)?.cache?.add(id);
}

/**
 * Evicts keys from the cache of every node, and tells how each fared. There is no error but on a node: an id that nobody
 * remembers is as good as evicted, and `a*` is the id of a key, if an unlikely one.
 */
export function clearApiKeyCache({ name, nodes }: Cluster, ids: readonly string[]): ClearApiKeyCacheResponse {
  const answers = nodes.map((node) => ({ node, cause: clearNode(node, ids) }));
  const failures = answers.flatMap(({ node, cause }) => (cause ? [failedNode(node, cause)] : []));
  const successful = answers.flatMap(({ node, cause }) => (cause ? [] : [[node.id, { name: node.name }] as const]));
  return {
    _nodes: { total: nodes.length, successful: successful.length, failed: failures.length, ...(failures.length > 0 && { failures }) },
    cluster_name: name,
    nodes: Object.fromEntries(successful),
  };
}

/** Why a node could not do it; nothing if it could. */
function clearNode({ cache, failure }: ClusterNode, ids: readonly string[]): ErrorCause | undefined {
  if (failure) return failure;
  if (!cache) return { type: "illegal_argument_exception", reason: "No cache named [api_key] is found" };
  if (isEverything(ids)) cache.clear();
  for (const id of ids) cache.delete(id);
  return undefined;
}

/** `*` counts only when it stands alone; beside others it is taken literally. */
function isEverything([first, ...others]: readonly string[]): boolean {
  return others.length === 0 && (first === "*" || first === "_all");
}

function failedNode({ id }: ClusterNode, cause: ErrorCause): ErrorCause {
  return { type: "failed_node_exception", reason: `Failed node [${id}]`, node_id: id, caused_by: cause };
}
