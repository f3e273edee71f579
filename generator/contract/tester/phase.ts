import type { Location } from "../../diagnostics.ts";
import type { Api, Operation } from "../../model/api.ts";
import type { Pointer, Schema } from "../../model/schema.ts";
import type { Contract } from "../../runtime/server/contract.ts";
import type { AcceptedCredentials } from "./accepted-credentials.ts";
import type { BrokenRule, Case, PhaseName, RequestValues } from "./case.ts";
import type { Outcome, Transport, WireRequest } from "./exchange.ts";
import type { Finding } from "./finding.ts";
import type { LivingPaths } from "./living-paths.ts";

/** A part of a run: thinks up requests, and looks at what comes back for what only it can see. */
export type Phase = {
  readonly name: PhaseName;
  readonly run: (run: Run) => Promise<void>;
};

/** What a phase is given. */
export type Run = {
  readonly api: Api;
  /** Those to be tested, in the document's order. */
  readonly operations: readonly TestedOperation[];
  /** Numbers in [0, 1), always the same ones for the same seed, phase and operation. */
  readonly random: (operation?: Operation) => () => number;
  /** Sends a case, judges the answer by all checks, and takes down what is found. Rejects with a `Stopped` when the run is to end. */
  readonly send: (one: Case) => Promise<Outcome>;
  /** Takes down what only the phase could see. */
  readonly report: (found: Omit<Finding, "count">) => void;
  /** Takes down that so many requests of an operation were thought up and are not tried. */
  readonly leaveOut: (tested: TestedOperation, count: number) => void;
  /** Credentials put on a request of this operation; the request as it is where it needs none or there are none. */
  readonly withCredentials: (request: WireRequest, operation: Operation) => WireRequest;
  readonly transport: Transport;
  /** What is there, as answers to all phases have told. */
  readonly living: LivingPaths;
  /** Which credentials were let in so far. */
  readonly accepted: AcceptedCredentials;
  /** Where a place of the document stands in a file. */
  readonly at: (pointer: Pointer) => Location;
  /** Whether the server takes any credentials, as mocks do, so that wrong ones prove nothing. */
  readonly takesAnyCredentials: boolean;
};

/** An operation, and what the tester knows of it. */
export type TestedOperation = {
  readonly operation: Operation;
  /** `GET /pets/{id}` */
  readonly name: string;
  readonly contract: Contract<Schema>;
  /** Writes a request, with credentials. Throws where the values cannot be sent truthfully. */
  readonly write: (values: RequestValues) => WireRequest;
  /** What an independent validator says of a request's bytes, read as a server reads them: nothing where it is valid. */
  readonly judge: (request: WireRequest) => readonly JudgedFault[];
  /** Whether it says nothing of them, which it finds out sooner than what. */
  readonly accepts: (request: WireRequest) => boolean;
};

/** What is wrong with a request, in which part of it, and where in the value of that: `path` is a JSON Pointer. */
export type JudgedFault = { readonly keyword: string; readonly message: string; readonly at: string; readonly in?: BrokenRule["in"]; readonly name?: string; readonly path?: string };
