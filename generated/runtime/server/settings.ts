import { logger } from "./log.js";
import type { Authenticate, Limits, LogEntry, RouterOptions } from "./options.js";

/** The options of a router with what holds where they say nothing. */
export type Settings = {
  readonly security: { readonly [scheme: string]: Authenticate };
  readonly error: RouterOptions["error"];
  readonly responses: "on" | "report" | "off";
  readonly unknownQuery: "refuse" | "ignore";
  readonly limits: Limits;
  /** Never throws. */
  readonly log: (entry: LogEntry) => void;
};

/** Options with what holds where they say nothing. */
export function settingsOf({ security = {}, error, responses = "on", unknownQuery = "refuse", limits = {}, log }: RouterOptions): Settings {
  return { security, error, responses, unknownQuery, limits: { body: 1_048_576, depth: 512, violations: 20, ...limits }, log: logger(log) };
}
