import { performance } from "node:perf_hooks";
import type { OutputFile } from "../../write/output-file.ts";
import { defineCommand } from "../define-command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { findApis } from "../find-apis.ts";
import { displayName } from "../format/display-name.ts";
import { printable } from "../format/printable.ts";
import type { ExitCode } from "../io.ts";
import { lintApis } from "../lint-apis.ts";
import { printFindings } from "../report.ts";
import type { GeneratedApi, GenerateRequest } from "../generate-apis.ts";

/** The main job on this repository's own contract, and what came of it: `npm start`. */
export const startCommand = defineCommand({
  name: "start",
  summary: "Lint and generate every API of redocly.yaml, say what was written, ask a mock of it by the generated client, and test mock and example against the contract.",
  positionals: [],
  hidden: true,
  flags: {},
  async run(_given, io) {
    const start = performance.now();
    const requested = await findApis(undefined, io.cwd);
    const findings = await lintApis(requested, { remote: false, io });
    io.out(await printFindings(findings, { format: "stylish", colour: io.colour.out, io }));
    const linting = exitCodeOf(findings.diagnostics, requested.apis);
    if (linting !== 0) return linting;
    const linted = performance.now();

    const { generateApis } = await import("../generate-apis.ts");
    const { deliver } = await import("../deliver.ts");
    const request: GenerateRequest = { check: false, remote: false, format: "stylish" };
    const { apis } = await generateApis(request, io);
    const exit = await deliver(apis, request, io);
    if (exit !== 0) return exit;
    io.out(apis.map((api) => reportOf(api, io.cwd)).join("\n"));
    io.out(`\nlint ${Math.round(linted - start)} ms, generate ${Math.round(performance.now() - linted)} ms\n`);
    const { firstCall } = await import("../first-call.ts");
    for (const { input, generated } of apis) {
      const called: ExitCode = generated.api === undefined ? 0 : await firstCall(input, generated.api, io);
      if (called !== 0) return called;
    }
    const { contractTests } = await import("../contract-tests.ts");
    const tested: ExitCode[] = [];
    for (const { input, generated } of apis) if (generated.api !== undefined) tested.push(await contractTests(input, io));
    return tested.find((each) => each !== 0) ?? 0;
  },
});

function reportOf({ input, out, generated }: GeneratedApi, cwd: string): string {
  const { api, files } = generated;
  const folder = displayName(out, cwd);
  const lines = [
    `${displayName(input, cwd)}: ${api?.info.title ?? ""}, ${count(api?.operations, "operation")}, ${count(api?.schemas, "schema")}`,
    ...[...groupsOf(files)].map(([name, group]) => `  ${folder}/${name}  ${name.endsWith("/") ? `${count(group, "file")}, ` : ""}${bytesOf(group)} bytes`),
  ];
  return printable(`${lines.join("\n")}\n`);
}

/** The files in the folder itself one by one, and what is in a folder below it together. */
function groupsOf(files: readonly OutputFile[]): Map<string, OutputFile[]> {
  const groups = new Map<string, OutputFile[]>();
  for (const file of files) {
    const name = file.path.replace(/\/.*/, "/");
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return groups;
}

function bytesOf(files: readonly OutputFile[]): string {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0).toLocaleString("en");
}

function count(things: readonly unknown[] = [], name: string): string {
  return `${things.length} ${name}${things.length === 1 ? "" : "s"}`;
}
