import { diffApis } from "../../diff/diff-apis.ts";
import { emitDocs } from "../../docs/emit-docs.ts";
import type { OutputMemory } from "../../write/disk.ts";
import { exitCodeOf } from "../exit-code.ts";
import type { RequestedApi } from "../find-apis.ts";
import type { Io } from "../io.ts";
import { printFindings } from "../report.ts";
import { UsageError } from "../usage-error.ts";
import type { Seen } from "../watch-inputs.ts";
import type { DocsServer } from "./docs-server.ts";
import type { LintBehind } from "./lint-behind.ts";
import type { MockBeside } from "./mock-beside.ts";
import { type Regenerated, regenerate } from "./regenerate.ts";
import { reportLint } from "./report-lint.ts";
import { type Screen, startScreen } from "./screen.ts";

/** Answers saves, one after the other. */
export type Saves = { next(): Promise<Seen>; wait(files: number): void };

type Parts = { readonly docs: DocsServer; readonly mock: MockBeside; readonly behind: LintBehind };
type Given = { readonly parts: Parts; readonly ports: { readonly docs: number; readonly mock: number }; readonly remote: boolean; readonly io: Io };
type Good = NonNullable<Regenerated["version"]>;

/** Prepares to answer saves of a document: by code, mock, pages, findings, and what is different for consumers. */
export function answerSaves(api: RequestedApi, { parts, ports, remote, io }: Given): Saves {
  const screen = startScreen(api, { ports, io });
  let last: { readonly version: Good; readonly mock: string } | undefined;
  const memory: OutputMemory = new Map();
  let count = 0;

  return {
    async next() {
      parts.behind.stop();
      const made = await regenerate(api, { cwd: io.cwd, remote, memory });
      // A document that is not there at the start is a mistake on the command line; one that goes away later is awaited.
      if (count++ === 0 && exitCodeOf(made.diagnostics, [api]) === 2) throw new UsageError((await textOf(made, io)).trimEnd());
      screen.begin();
      if (made.version === undefined) await hold(made, parts, { screen, io });
      else last = await show(made, made.version, last, { parts, screen });
      await reportLint(made, made.version === undefined ? undefined : parts.behind, io);
      return { inputs: [...made.sources.keys()], incomplete: made.version === undefined || made.diagnostics.some(({ code }) => code === "dangling-ref") };
    },
    wait: (files) => screen.end(files, { docs: parts.docs.url, mock: last?.mock }),
  };
}

type Last = { readonly version: Good; readonly mock: string };

/** Puts a good version everywhere; its code is written already. */
async function show(made: Regenerated, version: Good, last: Last | undefined, { parts, screen }: { parts: Parts; screen: Screen }): Promise<Last> {
  screen.generated(version.plan, made.time);
  const mock = await parts.mock.show(version.api);
  parts.docs.show(() => emitDocs(version.api, { server: mock, live: true }));
  if (last !== undefined) screen.changes(diffApis(last.version.api, version.api));
  return { version, mock };
}

/** Leaves everything as it is, and says so everywhere. */
async function hold(made: Regenerated, { docs, mock }: Parts, { screen, io }: { screen: Screen; io: Io }): Promise<void> {
  const stay = screen.broken();
  docs.hold(stay);
  mock.hold([stay, ...(await textOf(made, io)).split("\n").filter((line) => line !== "")]);
}

function textOf(made: Regenerated, io: Io): Promise<string> {
  return printFindings(made, { format: "stylish", colour: false, io });
}
