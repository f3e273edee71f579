import { Buffer } from "node:buffer";
import type { WireRequest } from "../../exchange.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { isSuccess } from "../ask.ts";
import { requestFor } from "../resource.ts";
import { failure, violation } from "./violation.ts";

/** Sends, once, what is no HTTP/1.1, and must not be taken for it. Only over sockets: a server in this process is given requests that were read. */
export async function checkMalformed(run: Run, get: TestedOperation): Promise<void> {
  const { sendBytes, baseUrl } = run.transport;
  const made = requestFor(run, get);
  if (sendBytes === undefined || made === undefined) return;
  const host: readonly [string, string] = ["host", new URL(baseUrl).host];
  const { request } = made;
  const malformed: { key: string; title: string; request: WireRequest; because: string }[] = [
    { key: "host", title: "no header Host", request, because: "RFC 9112 §3.2: a server MUST respond with 400 to any HTTP/1.1 request message that lacks a Host header field" },
    { key: "content-length", title: "two different Content-Lengths", request: { ...request, headers: [host, ...request.headers, ["content-length", "0"], ["content-length", "5"]] }, because: "RFC 9112 §6.3: a server MUST respond with 400 where Content-Length is invalid" },
  ];
  for (const { key, title, request: sent, because } of malformed) {
    const outcome = await sendBytes(bytesOf(sent));
    const answer = { evidence: { case: { phase: "protocol", title, request: sent, expectation: { kind: "any" } }, outcome }, ...(outcome.kind === "response" && { response: outcome.response }) } as const;
    if (failure(run, answer, { operation: get.name, at: get.operation.at, key: title }) || !isSuccess(answer)) continue;
    violation(run, answer, { operation: get.name, at: get.operation.at, severity: "warning", key, message: `A request with ${title} is answered with ${answer.response?.status}`, because });
  }
}

function bytesOf({ method, target, headers }: WireRequest): Uint8Array {
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}connection: close\r\n\r\n`, "latin1");
}
