import type { Outcome, WireRequest } from "../tester/exchange.ts";

/** An exchange as it passed by. Of what is not whole, the bodies are as far as they were kept. */
export type Observed = {
  readonly request: WireRequest;
  readonly outcome: Outcome;
  readonly isRequestWhole: boolean;
  readonly isResponseWhole: boolean;
};
