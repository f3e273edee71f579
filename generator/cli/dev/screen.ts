import type { Change } from "../../diff/change.ts";
import type { Plan } from "../../write/plan-output.ts";
import type { RequestedApi } from "../find-apis.ts";
import { describePlan } from "../format/describe-plan.ts";
import { displayName } from "../format/display-name.ts";
import { printableLine } from "../format/printable.ts";
import type { Io } from "../io.ts";
import { describeChanges } from "./describe-changes.ts";

/** What a person sees of each save: one screen, in the order in which things are known. */
export type Screen = {
  begin(): void;
  generated(plan: Plan, time: number): void;
  changes(changes: readonly Change[]): void;
  /** Says that the last good version stays, and gives the words. */
  broken(): string;
  end(files: number, urls: { readonly docs: string; readonly mock: string | undefined }): void;
};

/** Starts to show saves. A terminal is cleared for each; in a file they stand one below the other. */
export function startScreen({ input, out }: RequestedApi, { ports, io }: { ports: { readonly docs: number; readonly mock: number }; io: Io }): Screen {
  const [name, folder] = [displayName(input, io.cwd), displayName(out, io.cwd)].map(printableLine);
  const colour = io.colour.err;
  let good: string | undefined;
  return {
    begin: () => io.err(`${colour ? "\u001b[2J\u001b[H" : "\n"}${clock()}  ${name}\n`),
    generated(plan, time) {
      good = clock();
      io.err(`${folder}/: ${describePlan(plan)} in ${Math.round(time)} ms\n`);
    },
    changes: (changes) => io.err(changes.length === 0 ? "Nothing has changed for consumers.\n" : describeChanges(changes, { colour })),
    broken() {
      const words = good === undefined ? "The document has errors, and there is no good version yet." : `The document has errors. The version of ${good} stays.`;
      io.err(`${words}\n`);
      return words;
    },
    end(files, { docs, mock }) {
      const mocked = mock === undefined ? "" : `, mock ${mock}${moved(mock, ports.mock)}`;
      io.err(`docs ${docs}${moved(docs, ports.docs)}${mocked}\n`);
      io.err(`Watching ${files} file${files === 1 ? "" : "s"}. Ctrl-C ends it.\n`);
    },
  };
}

/** Where the port that was asked for is somebody else's. */
function moved(url: string, wanted: number): string {
  return wanted === 0 || new URL(url).port === String(wanted) ? "" : ` (${wanted} is taken)`;
}

/** `09:05:07` */
function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}
