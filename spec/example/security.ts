import type { RouterOptions } from "../../generated/server.ts";
import { rememberApiKey, type Cluster } from "./cluster.ts";
import { apiKeyByCredential, userByPassword, userByToken, type Directory, type User } from "./users.ts";

/** Who sent a request: a user, perhaps by means of one of their API keys. */
export type Principal = { readonly user: User; readonly apiKeyId?: string };

/** What each security scheme of the contract gives: handlers see its type in `context.principal`. */
export type Principals = { readonly apiKeyAuth: Principal; readonly basicAuth: Principal; readonly bearerAuth: Principal };

/** A function for each security scheme of the contract: whose the credential is, or `undefined`, which is a 401. */
export function createSecurity(cluster: Cluster, directory: Directory) {
  return {
    apiKeyAuth(credential) {
      const key = apiKeyByCredential(directory, credential);
      if (!key) return undefined;
      // This is what the cache is for: the next request with the same key need not be looked up.
      rememberApiKey(cluster, key.id);
      return { user: key.owner, apiKeyId: key.id };
    },
    basicAuth({ username, password }) {
      const user = userByPassword(directory, username, password);
      return user && { user };
    },
    bearerAuth(token) {
      const user = userByToken(directory, token);
      return user && { user };
    },
  } satisfies RouterOptions<Principals>["security"];
}
