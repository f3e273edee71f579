import type { Handlers } from "../../generated/server.ts";
import type { ErrorCause } from "../../generated/types.ts";
import { clearApiKeyCache, type Cluster } from "./cluster.ts";
import { errorResponse } from "./error-response.ts";
import type { Principal, Principals } from "./security.ts";
import { mayManageSecurity } from "./users.ts";

const action = "cluster:admin/xpack/security/cache/clear";

/** The operations of the contract, done to a cluster in memory. */
export function createHandlers(cluster: Cluster) {
  return {
    security: {
      clearApiKeyCache({ path, query, headers }, reply, { principal }) {
        const opaqueId = headers["x-opaque-id"] === undefined ? {} : { "x-opaque-id": headers["x-opaque-id"] };
        const product = { "x-elastic-product": "Elasticsearch", ...opaqueId } as const;
        const { trouble } = cluster;
        if (trouble) return reply[trouble.status](errorResponse(trouble.cause, { status: trouble.status, trace: query.error_trace }), product);
        if (!mayManageSecurity(principal.user)) return reply[403](errorResponse(notAuthorized(principal), { status: 403, trace: query.error_trace }), opaqueId);
        return reply[200](clearApiKeyCache(cluster, path.ids), product);
      },
    },
  } satisfies Handlers<Principals>;
}

function notAuthorized({ user, apiKeyId }: Principal): ErrorCause {
  const subject = apiKeyId === undefined ? `user [${user.name}] with effective roles [${user.roles.join(",")}]` : `API key id [${apiKeyId}] of user [${user.name}]`;
  return {
    type: "security_exception",
    reason: `action [${action}] is unauthorized for ${subject}, this action is granted by the cluster privileges [manage_security,all]`,
  };
}
