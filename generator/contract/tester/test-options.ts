import type { PhaseName } from "./case.ts";
import type { Evidence } from "./finding.ts";
import type { Header } from "./exchange.ts";
import type { Hooks } from "./hooks.ts";
import type { SavedCase } from "./saved-case.ts";

/** How a run is made. Everything that is not given has the default beside it. */
export type TestOptions = {
  /** What all that looks random follows from. By default 1: the same requests every time. */
  readonly seed?: number;
  /** By default all of them. */
  readonly phases?: readonly PhaseName[];
  /** `operationId`s, or `GET /pets/{id}`; by default all. */
  readonly operations?: readonly string[];
  /** Sent with every request. */
  readonly headers?: readonly Header[];
  /** Credentials by the name of their security scheme: a key, a token, or `user:password` for HTTP Basic. */
  readonly credentials?: ReadonlyMap<string, string>;
  /** The server takes any credentials, as mocks do: wrong ones are not tried. */
  readonly anyCredentials?: boolean;
  /** The server keeps nothing and looks nothing up, as mocks do: what only memory and meaning can give is not asked of it. */
  readonly isForgetful?: boolean;
  readonly hooks?: Hooks;
  /** By default 20,000, or 600 for each operation. */
  readonly maxRequests?: number;
  /** How long the run may take. By default 600. */
  readonly seconds?: number;
  /** How many requests a second there may be. By default as many as the server answers. */
  readonly rate?: number;
  /** How many operations are tested at once, where a phase can do that. By default 1. */
  readonly concurrency?: number;
  /** Cases that failed before: they are sent first. */
  readonly saved?: readonly SavedCase[];
  /** Ends the run: what was found so far is reported. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Is told of every exchange as it happens. */
  readonly onExchange?: (exchange: Evidence) => void;
};

/** How far a run is. */
export type Progress = {
  readonly phase: PhaseName | "saved";
  readonly requests: number;
  readonly findings: number;
  /** How many operations there are, and the number of the one that was asked last; none where it is of no documented operation. */
  readonly operations: number;
  readonly operation?: number;
};
