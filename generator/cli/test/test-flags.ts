import type { Format } from "../report.ts";

/** What a person says about a test run, as it stands on the command line. */
export type TestFlags = {
  readonly url: string | undefined;
  readonly mock: boolean;
  readonly server: string | undefined;
  readonly phase: readonly string[];
  readonly operation: readonly string[];
  readonly seed: string | undefined;
  readonly header: readonly string[];
  readonly auth: readonly string[];
  readonly hooks: string | undefined;
  readonly "max-requests": string | undefined;
  readonly timeout: string | undefined;
  readonly rate: string | undefined;
  readonly concurrency: string | undefined;
  readonly report: readonly string[];
  readonly save: string | undefined;
  readonly "yes-change-data": boolean;
  readonly remote: boolean;
  readonly format: Format | undefined;
};
