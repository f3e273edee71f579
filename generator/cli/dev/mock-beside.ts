import type { Mock } from "../../mock/start-mock.ts";
import type { Api } from "../../model/api.ts";
import { freePort } from "./free-port.ts";

/** The mock of a document that is being edited. */
export type MockBeside = {
  /** From now on this version is mocked; the first one starts the mock. Gives its address. */
  show(api: Api): Promise<string>;
  /** The mock stays as it is, and tells who asks what is wrong with the document. */
  hold(lines: readonly string[]): void;
  close(): Promise<void>;
};

/** Prepares a mock on a port, or on the next one that is free. */
export function mockBeside(port: number, log: (line: string) => void): MockBeside {
  let mock: Mock | undefined;
  return {
    async show(api) {
      if (mock === undefined) {
        const { startMock } = await import("../../mock/start-mock.ts");
        mock = await startMock(api, { port: await freePort(port), log });
      } else mock.reload(api);
      return mock.url;
    },
    hold: (lines) => mock?.tellBroken(lines),
    async close() {
      await mock?.close();
    },
  };
}
