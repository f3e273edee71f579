import type { Draft } from "./draft.js";
import { encodeValue } from "./expand.js";
import type { Part } from "./operation.js";
import { sameOrigin } from "./same-origin.js";
import { setHeader } from "./set-header.js";

/** A credential, or what gives one for the scopes that an operation needs. An empty one is none. */
export type Credential<Value = string> = Value | ((scopes: readonly string[]) => Value | undefined | Promise<Value | undefined>);

/** What the scheme `basic` asks for. */
export type BasicCredential = { readonly username: string; readonly password: string };

/** How the credential of a security scheme is sent. */
export type Scheme = { readonly name: string; readonly scopes: readonly string[]; readonly put: (draft: Draft, credential: unknown) => void };

/**
 * Credentials from the client's `auth`: each alternative is a list of schemes that hold together, and the first of which all
 * are there is sent. Where none is, nothing is sent, and the server decides.
 */
export function security(...alternatives: (readonly Scheme[])[]): Part {
  return async (draft) => {
    for (const schemes of alternatives) {
      const credentials = await Promise.all(schemes.map(({ name, scopes }) => credentialOf(draft.settings.auth, name, scopes)));
      // An operation that may be called anonymously can list that first; credentials are sent all the same.
      if (!schemes.length || !credentials.every(Boolean)) continue;
      schemes.forEach(({ put }, index) => put(draft, credentials[index]));
      return;
    }
  };
}

/** A key in a header, the query or a cookie. Browsers send their own cookies, and no others. */
export function apiKey(name: string, location: "header" | "query" | "cookie", parameter: string, prefix = ""): Scheme {
  const put = (draft: Draft, credential: unknown) => {
    const key = prefix + textOf(name, credential);
    const { headers } = draft.request;
    if (location === "query") draft.query.push(`${encodeValue(parameter)}=${encodeValue(key)}`);
    else if (location === "header") setHeader(draft, parameter.toLowerCase(), key);
    else headers["cookie"] = [headers["cookie"], `${parameter}=${cookieValue(name, key)}`].filter(Boolean).join("; ");
    if (parameter.toLowerCase() !== "authorization" || location !== "header") draft.fetch = sameOrigin(draft.fetch);
  };
  return { name, scopes: [], put };
}

/** A user's name and password (RFC 7617), in UTF-8. */
export function basic(name: string): Scheme {
  const put = (draft: Draft, credential: unknown) => {
    if (!isBasic(credential) || credential.username.includes(":")) throw new TypeError(`auth.${name} is no { username, password }`);
    const bytes = new TextEncoder().encode(`${credential.username}:${credential.password}`);
    setHeader(draft, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
  };
  return { name, scopes: [], put };
}

/** A token (RFC 6750), also of OAuth 2 and OpenID Connect: those have scopes. */
export function bearer(name: string, ...scopes: string[]): Scheme {
  return { ...http(name, "Bearer"), scopes };
}

/** A credential of any scheme of the header `Authorization`: `http("key", "ApiKey")`. */
export function http(name: string, scheme: string): Scheme {
  return { name, scopes: [], put: (draft, credential) => setHeader(draft, "authorization", `${scheme} ${textOf(name, credential)}`) };
}

async function credentialOf(auth: { readonly [scheme: string]: unknown } = {}, name: string, scopes: readonly string[]): Promise<unknown> {
  const credential = Object.hasOwn(auth, name) ? auth[name] : undefined;
  return typeof credential === "function" ? credential(scopes) : credential;
}

// No message of an error shows a credential.
function textOf(name: string, credential: unknown): string {
  if (typeof credential !== "string") throw new TypeError(`auth.${name} is no string`);
  return credential;
}

/** As it is, for a server knows it so; nothing that would end the cookie (RFC 6265 §4.1.1). */
function cookieValue(name: string, text: string): string {
  if (/[^!-:<-~]/.test(text)) throw new TypeError(`auth.${name} cannot be sent in a cookie`);
  return text;
}

function isBasic(credential: unknown): credential is BasicCredential {
  if (typeof credential !== "object" || credential === null) return false;
  return "username" in credential && typeof credential.username === "string" && "password" in credential && typeof credential.password === "string";
}
