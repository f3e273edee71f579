import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { phaseNames } from "../../../generator/contract/tester/case.ts";
import { testContract } from "../../../generator/contract/tester/test-contract.ts";
import { socketTransport } from "../../../generator/contract/tester/transport/socket-transport.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { methodAndPath } from "../../../generator/model/sent-method.ts";
import type { Driven } from "./driven.ts";

// The tester in a process of its own, which prints what it took: with several seeds, one run after the other.
const { values } = parseArgs({ options: {
  document: { type: "string", default: "" }, url: { type: "string", default: "" }, operations: { type: "string", default: "Infinity" },
  phases: { type: "string", default: phaseNames.join(",") }, seeds: { type: "string", default: "1" }, concurrency: { type: "string", default: "1" },
} });

const { document } = await loadDocument(values.document, { cwd: process.cwd() });
if (document === undefined) throw new Error(`${values.document} cannot be read`);
const { api } = buildApi(document);
const wanted = new Set(values.phases.split(","));
const options = {
  phases: phaseNames.filter((name) => wanted.has(name)),
  operations: api.operations.slice(0, Number(values.operations)).map(methodAndPath),
  concurrency: Number(values.concurrency),
  seconds: 3600,
};
const transport = socketTransport(values.url);
let firstExchange: number | undefined;
let firstFinding: number | undefined;
let [requests, findings] = [0, 0];
const before = process.cpuUsage();
const began = performance.now();
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const report = await testContract(document, api, transport, {
    ...options, seed,
    onExchange: () => void (firstExchange ??= performance.now()),
    onProgress: (progress) => void (progress.findings > 0 && (firstFinding ??= performance.now())),
  });
  requests += report.requests;
  findings = report.findings.length;
}
const milliseconds = performance.now() - began;
const { user, system } = process.cpuUsage(before);
await transport.close();
const driven: Driven = {
  requests, findings, milliseconds, cpuMilliseconds: (user + system) / 1000, operations: options.operations.length,
  ...(firstExchange !== undefined && { firstExchange }), ...(firstFinding !== undefined && { firstFinding }),
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(driven));
