import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { exchangeJudge } from "../../contract/proxy/exchange-judge.ts";
import type { CheckWork, FromChecker, ToChecker } from "./check-messages.ts";
import { loadApi } from "./load-api.ts";

/** The module of a thread that judges exchanges: this one. Traffic need not wait for what is judged elsewhere. */
export const checkWorker = new URL(import.meta.url);

if (parentPort !== null && isWork(workerData)) await work(parentPort, workerData);

async function work(port: MessagePort, { input, cwd, remote, basePath, stdin }: CheckWork): Promise<void> {
  const { loaded } = await loadApi(input, { cwd, remote, stdin: async () => stdin ?? "" });
  if (loaded === undefined) throw new Error(`${input} could be read before, and cannot now`);
  const judge = exchangeJudge(loaded.document, loaded.api, basePath);
  const send = (message: FromChecker) => port.postMessage(message);
  port.on("message", (message: ToChecker) => {
    if (message.kind === "exchanges") send({ kind: "checked", exchanges: message.observed.length, findings: message.observed.flatMap(judge.judge) });
    else send({ kind: "report", report: judge.report() });
  });
}

function isWork(data: unknown): data is CheckWork {
  return typeof data === "object" && data !== null && "kind" in data && data.kind === "check exchanges";
}
