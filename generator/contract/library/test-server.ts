import { basePath } from "../../model/base-path.ts";
import type { Api } from "../../model/api.ts";
import type { Document } from "../../load/document.ts";
import type { Router } from "../../runtime/server/exchange.ts";
import type { Transport } from "../tester/exchange.ts";
import { curlLine } from "../tester/report/curl-line.ts";
import { testContract } from "../tester/test-contract.ts";
import type { TestOptions } from "../tester/test-options.ts";
import type { TestReport } from "../tester/test-report.ts";
import { isLoopback } from "../tester/transport/is-loopback.ts";
import { routerTransport } from "../tester/transport/router-transport.ts";
import { socketTransport } from "../tester/transport/socket-transport.ts";
import type { ContractFinding, Place } from "./contract-finding.ts";
import { type GivenHeaders, headerList } from "./given-response.ts";

/** How a server is tested, as on the command line; all of it may be left out. */
export type ServerTestOptions = Pick<TestOptions, "seed" | "phases" | "operations" | "hooks" | "maxRequests" | "seconds" | "rate" | "concurrency" | "signal"> & {
  /** Sent with every request. */
  readonly headers?: GivenHeaders;
  /** By the name of the security scheme: a key, a token, or `user:password`. */
  readonly credentials?: { readonly [scheme: string]: string };
  /** The server is on another machine, and what is sent may change its data. */
  readonly mayChangeData?: boolean;
};

/** What is wrong with a server: once for each defect, with the smallest request that shows it as a line for a shell. */
export type ServerFinding = ContractFinding & { readonly curl: string; readonly count: number };

/** What came of a test. `stopped` is why it ended before it was through. */
export type ServerTest = { readonly findings: readonly ServerFinding[] } & Pick<TestReport, "coverage" | "requests" | "stopped" | "hookFailure" | "skipped" | "milliseconds">;

/** A server: where it listens, with what stands before every path, or a router of generated code. */
export type TestedServer = string | URL | Router;

/** Tests a server against a document in all phases. Rejects with a `RangeError` where it is elsewhere and `mayChangeData` does not say that this is all right. */
export async function testServer(server: TestedServer, options: ServerTestOptions, { document, api, place }: { document: Pick<Document, "at">; api: Api; place: Place }): Promise<ServerTest> {
  const { headers, credentials, mayChangeData = false, ...others } = options;
  const transport = transportTo(server, api, mayChangeData);
  try {
    const { findings, baseUrl, coverage, requests, stopped, hookFailure, skipped, milliseconds } = await testContract(document, api, transport, {
      ...others,
      ...(headers !== undefined && { headers: headerList(headers) }),
      ...(credentials !== undefined && { credentials: new Map(Object.entries(credentials)) }),
    });
    const places = await place(findings.map(({ at }) => at));
    const told = findings.map(({ code, severity, operation, message, because, count, evidence }, index): ServerFinding => ({
      code, severity, operation, message, because, count, curl: curlLine(baseUrl, evidence.case.request), ...(places[index] ?? { file: "", line: 1, column: 1 }),
    }));
    return { findings: told, coverage, requests, skipped, milliseconds, ...(stopped !== undefined && { stopped }), ...(hookFailure !== undefined && { hookFailure }) };
  } finally {
    await transport.close();
  }
}

function transportTo(server: TestedServer, api: Api, mayChangeData: boolean): Transport {
  if (typeof server === "object" && "handle" in server) return routerTransport(server, basePath(api));
  const url = new URL(server);
  if (!isLoopback(url.hostname) && !mayChangeData) throw new RangeError(`${url.origin} is not on this machine, and its data may be changed. Say mayChangeData if that is all right.`);
  return socketTransport(url.href);
}
