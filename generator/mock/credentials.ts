import type { SchemeContract } from "../runtime/server/contract.ts";
import type { AnyCredential, Authenticate } from "../runtime/server/options.ts";

/**
 * Functions that take any well-formed credentials of the document's schemes. So that clients can be tried with wrong ones as well, the
 * words `wrong` and `invalid` are refused (401), as key, token, name or password, and `forbidden` may not do what it asks for (403).
 */
export function anyCredentials(schemes: { readonly [name: string]: SchemeContract }): { readonly [scheme: string]: Authenticate } {
  return Object.fromEntries(Object.keys(schemes).map((name): [string, Authenticate] => [name, authenticate]));
}

const authenticate: Authenticate = (credential, { refuse }) => {
  const words = wordsOf(credential);
  if (words.some((word) => /^(wrong|invalid)$/i.test(word))) return refuse(401, "The password, key or token is wrong.");
  return words.some((word) => /^forbidden$/i.test(word)) ? refuse(403, "These credentials lack the privilege.") : { credential: "accepted" };
};

function wordsOf(credential: AnyCredential): string[] {
  if (typeof credential === "string") return [credential];
  return "username" in credential ? [credential.username, credential.password] : [];
}
