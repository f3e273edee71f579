import type { Asked } from "../warehouse/exchange.ts";
import { cookie, single, spaced } from "./read-values.ts";

type Scheme = "depotKey" | "accessKey" | "session" | "bearer" | "clerk";

/** Any of these, and all of one of these. */
export type Ways = readonly (readonly Scheme[])[];

/** The credentials that the depot knows, by scheme. */
export const depotCredentials: ReadonlyMap<string, string> = new Map([["depotKey", "dk-77/a+b="], ["accessKey", "ak 12&3"], ["session", "s-0815"], ["bearer", "eyJh.bGci.OiJI"], ["clerk", "grace:h:opper"]]);

/** Whether it is known who asks. */
export function isKnown(asked: Asked, ways: Ways): boolean {
  return ways.length === 0 || ways.some((schemes) => schemes.every((scheme) => depotCredentials.get(scheme) === shown(asked, scheme)));
}

function shown(asked: Asked, scheme: Scheme): string | undefined {
  const [name = "", credential = ""] = (asked.headers.get("authorization") ?? "").trim().split(/ +/);
  switch (scheme) {
    case "depotKey": return asked.headers.get("x-depot-key");
    case "accessKey": return spaced(single(asked, "access_key") ?? "");
    case "session": return cookie(asked, "depot_session");
    case "bearer": return name.toLowerCase() === "bearer" ? credential : undefined;
    case "clerk": return name.toLowerCase() === "basic" ? Buffer.from(credential, "base64").toString() : undefined;
    default: return scheme satisfies never;
  }
}
