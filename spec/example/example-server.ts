import { createRouter, type Router } from "../../generated/server.ts";
import type { Cluster } from "./cluster.ts";
import { elasticsearchError } from "./errors.ts";
import { createHandlers } from "./handlers.ts";
import { present } from "./present.ts";
import { createSecurity, type Principals } from "./security.ts";
import type { Directory } from "./users.ts";

/** Elasticsearch, as far as the contract goes, in memory. `nodeListener` or `fetchHandler` connect it to the world. */
export function createExample(cluster: Cluster, directory: Directory): Router {
  return present(createRouter<Principals>(createHandlers(cluster), {
    security: createSecurity(cluster, directory),
    error: elasticsearchError,
  }));
}
