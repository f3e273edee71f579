import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server in a process of its own, and where it listens. */
export type RunningServer = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts a module, which is done when it prints its URL on a line of its own. What else it says is not looked at. */
export async function startServer(module: string, folder: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [module], { cwd: folder, env: { ...process.env, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "ignore"] });
  const url = await urlOf(child, module);
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function urlOf(child: ChildProcess, module: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (stdout === null) return reject(new Error(`${module} has no output`));
    const lines = createInterface(stdout);
    lines.on("line", (line) => {
      if (/^http:\/\/127\.0\.0\.1:\d+$/.test(line)) resolve(line);
    });
    child.once("exit", (code) => reject(new Error(`${module} ended with ${code} before it listened`)));
  });
}
