import { Problem } from "../warehouse/exchange.ts";

/** Ends a request with what is wrong with it. */
export function refuse(status: number, why: string, headers: Readonly<Record<string, string>> = {}): never {
  throw new Problem(status, why, headers);
}
