import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { repository } from "../support/typecheck.ts";
import type { Attempt, Task } from "./attempt.ts";

/** How long a document may take. The largest one known needs two seconds. */
const limit = 60_000;

/** An attempt for each task, in order, made by as many processes at a time as there are jobs. */
export async function generateAll(tasks: readonly Task[], options: { jobs: number; onProgress(done: number): void }): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let next = 0;
  let done = 0;
  await Promise.all(Array.from({ length: options.jobs }, work));
  return attempts;

  async function work(): Promise<void> {
    let worker = startWorker();
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (!task) break;
      const attempt = await ask(worker, task);
      attempts[index] = attempt;
      if (!worker.process.connected || attempt.verdict === "hung") {
        worker.process.kill("SIGKILL");
        worker = startWorker();
      }
      options.onProgress(++done);
    }
    worker.process.kill();
  }
}

/** A process, and the end of what it wrote to stderr. */
type Worker = { process: ChildProcess; talk: string };

function startWorker(): Worker {
  const path = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const process = fork(path, { cwd: repository, execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const worker = { process, talk: "" };
  process.stderr?.on("data", (chunk) => (worker.talk = (worker.talk + String(chunk)).slice(-2000)));
  return worker;
}

function ask(worker: Worker, task: Task): Promise<Attempt> {
  const { process } = worker;
  worker.talk = "";
  return new Promise((resolve) => {
    const started = performance.now();
    const timer = setTimeout(() => finish({ verdict: "hung", milliseconds: limit }), limit);
    process.once("message", (attempt: Attempt) => finish(attempt));
    process.once("close", (code, signal) => {
      finish({ verdict: "crashed", message: `process ended: ${signal ?? code} ${worker.talk}`, milliseconds: performance.now() - started });
    });
    process.send(task);

    function finish(attempt: Attempt): void {
      clearTimeout(timer);
      process.removeAllListeners("message").removeAllListeners("close");
      resolve(attempt);
    }
  });
}
