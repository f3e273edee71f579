import type { MockCounts } from "./counts.ts";
import type { PrismState } from "./prism-process.ts";

/** What `GET /_specwright/state` tells pages: which document is mocked, since when, and what keeps a newer one from being so. */
export type MockState = {
  readonly title: string;
  readonly version: string;
  readonly operations: number;
  /** Counts up with each document that is loaded: a page that sees another number loads itself again. */
  readonly revision: number;
  readonly loaded: string;
  readonly prism: PrismState;
  readonly restarts: number;
  readonly counts: MockCounts;
  /** What is wrong with the document as it is on disk, in lines; the last good one is mocked meanwhile. */
  readonly broken: readonly string[];
};

/** Where pages ask. No document has such a path, and if one has, its own path is mocked. */
export const statePath = "/_specwright/state";
