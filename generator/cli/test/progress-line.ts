import { performance } from "node:perf_hooks";
import type { Progress } from "../../contract/tester/test-options.ts";
import type { Io } from "../io.ts";

/** Shows how far a run is: on a terminal in one line that is written again, elsewhere in a line for each phase. */
export function progressLine(io: Pick<Io, "err" | "colour">): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  let shown = "";
  let phase: string | undefined;
  let next = 0;
  return {
    show: (progress) => {
      const isNew = progress.phase !== phase;
      phase = progress.phase;
      if (!io.colour.err) return isNew ? io.err(`${progress.phase} …\n`) : undefined;
      if (!isNew && performance.now() < next) return;
      next = performance.now() + 100;
      shown = lineOf(progress);
      io.err(`\r\u001b[K${shown}`);
    },
    clear: () => {
      if (shown !== "") io.err("\r\u001b[K");
    },
  };
}

/** Short enough for any terminal: `coverage, operation 231 of 1,223: 12,345 requests, 3 findings`. */
function lineOf({ phase, operation, operations, requests, findings }: Progress): string {
  const place = operation === undefined || operations === 1 ? "" : `, operation ${counted(operation)} of ${counted(operations)}`;
  return `${phase}${place}: ${counted(requests)} requests, ${counted(findings)} ${findings === 1 ? "finding" : "findings"}`;
}

function counted(number: number): string {
  return number.toLocaleString("en");
}
