import { Buffer } from "node:buffer";
import type { Asked } from "./exchange.ts";

/** Any of these, and all of one of these. */
export type Ways = readonly (readonly Scheme[])[];

type Scheme = "key" | "bearer" | "clerk";

/** The credentials that the warehouse knows, by scheme. */
export const knownCredentials: ReadonlyMap<string, string> = new Map([["key", "the-key-of-the-house"], ["bearer", "a.bearer.token"], ["clerk", "ada:lovelace"]]);

/** Whether somebody who is known asks. */
export function isAllowed({ headers }: Asked, ways: Ways): boolean {
  const [scheme = "", credential = ""] = (headers.get("authorization") ?? "").split(/ +/);
  const shown = {
    key: headers.get("x-api-key") === knownCredentials.get("key"),
    bearer: scheme.toLowerCase() === "bearer" && credential === knownCredentials.get("bearer"),
    clerk: scheme.toLowerCase() === "basic" && Buffer.from(credential, "base64").toString() === knownCredentials.get("clerk"),
  };
  return ways.some((schemes) => schemes.every((each) => shown[each]));
}
