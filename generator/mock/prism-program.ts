/**
 * The program of the process that Prism runs in. It takes questions from its parent and answers them, opens no port, and ends with its
 * parent: when the channel between them closes, and, were it too busy to see that, when its worker finds that the parent has gone.
 */
export const prismProgram = `
const load = require("node:module").createRequire(process.argv[1]);
const { Worker } = require("node:worker_threads");
const end = () => process.kill(process.pid, "SIGKILL");
process.on("disconnect", end);
process.on("SIGINT", () => undefined);
const watch = "setInterval(() => { if (process.ppid !== " + process.ppid + ") process.kill(process.pid, 'SIGKILL'); }, 250)";
new Worker(watch, { eval: true }).unref();
const { createInstance, getHttpOperationsFromSpec } = load("@stoplight/prism-http");
const logger = new Proxy({}, { get: (_, name) => (name === "child" ? () => logger : () => undefined) });
const plain = { isProxy: false, errors: false, validateRequest: false, validateResponse: false, checkSecurity: false };
const prism = createInstance({ ...plain, mock: { dynamic: false } }, { logger });
const known = new Map();
process.on("message", async ({ id, key, document, mock }) => {
  const answer = (value) => process.connected && process.send({ id, ...value });
  try {
    if (document !== undefined) known.set(key, getHttpOperationsFromSpec(document));
    const input = { method: "get", url: { path: "/", query: {} }, headers: {} };
    const result = await prism.request(input, await known.get(key), { ...plain, mock })();
    answer(result._tag === "Right" ? { body: result.right.output.body } : { failure: String(result.left && result.left.message) });
  } catch (error) {
    answer({ failure: String(error && error.message) });
  }
});
process.send({ ready: true });
`;
