import type { TestOptions } from "../../generator/contract/tester/test-options.ts";

/** Options with which a run ends at its first finding: of a server that is faulty, most of a run is of no interest. */
export function untilFirstFinding(): Pick<TestOptions, "signal" | "onProgress"> {
  const found = new AbortController();
  return { signal: found.signal, onProgress: ({ findings }) => void (findings > 0 && found.abort()) };
}
