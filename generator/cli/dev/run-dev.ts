import { startDocsServer } from "./docs-server.ts";
import type { Requested, RequestedApi } from "../find-apis.ts";
import type { ExitCode, Io } from "../io.ts";
import { watchInputs } from "../watch-inputs.ts";
import { answerSaves } from "./answer-saves.ts";
import { freePort } from "./free-port.ts";
import { lintBehind } from "./lint-behind.ts";
import { mockBeside } from "./mock-beside.ts";

/** What `specwright dev` was asked for. */
export type DevRequest = {
  readonly api: RequestedApi;
  readonly config: Requested["config"];
  readonly remote: boolean;
  readonly ports: { readonly docs: number; readonly mock: number };
};

/**
 * Lints, generates, mocks and documents after every save, until Ctrl-C, and says what changed for consumers. While the document is broken,
 * the last good version stays in all of them. Everything that it has started ends with it.
 */
export async function runDev({ api, config, remote, ports }: DevRequest, io: Io): Promise<ExitCode> {
  const docs = await startDocsServer(await freePort(ports.docs));
  const mock = mockBeside(ports.mock, (line) => io.err(`mock: ${line}\n`));
  const behind = lintBehind(api.input, { remote, io });
  const saves = answerSaves(api, { parts: { docs, mock, behind }, ports, remote, io });
  const always = [api.input, ...(config === undefined ? [] : [config])];
  const save = async () => {
    const { inputs, incomplete } = await saves.next();
    return { inputs: [...new Set([...always, ...inputs])], incomplete };
  };
  try {
    return await watchInputs(save, { io, waiting: (inputs) => saves.wait(inputs.length) });
  } finally {
    behind.stop();
    await Promise.all([docs.close(), mock.close()]);
  }
}
