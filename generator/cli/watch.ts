import { deliver } from "./deliver.ts";
import { findingsAbout, generateApis } from "./generate-apis.ts";
import type { GenerateRequest } from "./generate-apis.ts";
import type { ExitCode, Io } from "./io.ts";
import { watchInputs } from "./watch-inputs.ts";

/**
 * Generates, and again after every change of a file that had a part in it, until Ctrl-C. A save that breaks the document is
 * reported, and the output stays as it was until the next good one.
 */
export async function watch(request: GenerateRequest, io: Io): Promise<ExitCode> {
  const generateOnce = async () => {
    const { apis, inputs } = await generateApis(request, io);
    const exit = await deliver(apis, request, io);
    return { inputs, incomplete: exit !== 0 || findingsAbout(apis).diagnostics.some(({ code }) => code === "dangling-ref") };
  };
  const waiting = ({ length }: readonly string[]): void => io.err(`Watching ${length} file${length === 1 ? "" : "s"}. Ctrl-C ends it.\n`);
  return watchInputs(generateOnce, { io, waiting });
}
