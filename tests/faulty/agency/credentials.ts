import { Buffer } from "node:buffer";
import type { Asked } from "../warehouse/exchange.ts";

/** The session that is open from the start. */
export const knownSession = "8d1f-ada-0001";

/** The credentials that the agency knows, by scheme. */
export const agencyCredentials: ReadonlyMap<string, string> = new Map([
  ["sessionCookie", knownSession],
  ["bearerAuth", "tok_live_4eC39HqLyjWDarjtT1zdp7dc"],
  ["basicAuth", "reports:let-me-in"],
  ["oauth", "eyJhbGciOiJub25lIn0.eyJzY29wZSI6ImJvb2tpbmdzIn0."],
]);

/** How one says who one is. */
export const challenge: Readonly<Record<string, string>> = { "www-authenticate": 'Bearer realm="agency"' };

export type Scheme = "sessionCookie" | "bearerAuth" | "basicAuth" | "oauth";

/** Whether a request shows what one of these schemes asks for. */
export function isKnown(asked: Asked, schemes: readonly Scheme[], sessions: ReadonlyMap<string, string>): boolean {
  const [scheme = "", credential = ""] = (asked.headers.get("authorization") ?? "").trim().split(/ +/);
  const isBearer = scheme.toLowerCase() === "bearer";
  const shown: Readonly<Record<Scheme, boolean>> = {
    sessionCookie: sessions.has(sessionOf(asked) ?? ""),
    bearerAuth: isBearer && credential === agencyCredentials.get("bearerAuth"),
    oauth: isBearer && credential === agencyCredentials.get("oauth"),
    basicAuth: scheme.toLowerCase() === "basic" && Buffer.from(credential, "base64").toString("utf8") === agencyCredentials.get("basicAuth"),
  };
  return schemes.some((each) => shown[each]);
}

/** The session that a request's cookie names. */
export function sessionOf({ headers }: Asked): string | undefined {
  return (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim()).find((pair) => pair.startsWith("agency_session="))?.slice("agency_session=".length);
}
