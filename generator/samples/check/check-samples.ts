import { type Diagnostic, diagnose } from "../../diagnostics.ts";
import type { Document } from "../../load/document.ts";
import type { Api, Operation } from "../../model/api.ts";
import { givenSamples } from "../given-samples.ts";
import { type Language, languageOf } from "../language-of.ts";
import type { Sample } from "../sample.ts";
import { type ClientCall, clientCalls } from "./client-calls.ts";
import { curlRequests } from "./curl-requests.ts";
import type { FoundRequest } from "./found-request.ts";
import { judgeCalls } from "./judge-calls.ts";
import { judgeRequest } from "./judge-request.ts";
import { type OperationCall, operationCalls } from "./operation-calls.ts";
import { urlRequests } from "./url-requests.ts";
import { writtenRequests } from "./written-requests.ts";

/** The samples of a document that do not send what their operation is: another path or method, or a parameter that it does not have. */
export function checkSamples(document: Document, api: Api): Diagnostic[] {
  const calls = operationCalls(api);
  const read = api.operations.flatMap((operation) => givenSamples(operation).map((sample) => readSample(operation, sample, api)));
  return read.flatMap((one) => {
    const problem = problemOf(one, read, { api, calls });
    if (problem === undefined) return [];
    return [diagnose("sample-mismatch", `This ${one.sample.label} sample ${problem}.`, document.at(`${one.at}/source`))];
  });
}

/** What could be read of a sample: requests, or, where there are none, calls of a client. */
type ReadSample = { operation: Operation; sample: Sample; at: string; language: Language; requests: FoundRequest[]; calls: ClientCall[] };

function readSample(operation: Operation, sample: Sample & { at: string }, api: Api): ReadSample {
  const language = languageOf(sample.lang);
  return { operation, sample, at: sample.at, language, requests: requestsIn(sample.source, language, api), calls: clientCalls(sample.source, language) };
}

function requestsIn(source: string, language: Language, api: Api): FoundRequest[] {
  switch (language) {
    case "curl":
      return curlRequests(source);
    case "console": case "http":
      return writtenRequests(source);
    case "javascript": case "python": case "ruby": case "php": case "other":
      return urlRequests(source, api);
    default:
      return language satisfies never;
  }
}

/** A sample may prepare what it shows: it is right if one of its requests is. */
function problemOf(one: ReadSample, all: readonly ReadSample[], { api, calls }: { api: Api; calls: ReadonlyMap<string, OperationCall> }): string | undefined {
  if (one.requests.length === 0) return judgeCalls(one.calls, one.operation, { calls, isOurs: isOurs(one, all, calls) });
  const judged = one.requests.filter(({ url }) => !/^\$\w+$/.test(url)).map((request) => judgeRequest(request, one.operation, api));
  const best = judged.sort((a, b) => b.rank - a.rank)[0];
  return best === undefined || best.rank === 3 ? undefined : best.message;
}

/** Whether most of the other samples in a language call their operation by the name that we give it: else they are of some other client. */
function isOurs({ language, operation }: ReadSample, all: readonly ReadSample[], calls: ReadonlyMap<string, OperationCall>): boolean {
  const others = all.filter((other) => other.language === language && other.operation !== operation && other.calls.length > 0 && other.requests.length === 0);
  const named = others.filter((other) => other.calls.some(({ name }) => calls.get(name)?.operation === other.operation));
  return named.length * 2 > others.length;
}
