import { basePath } from "../../model/base-path.ts";
import type { Api } from "../../model/api.ts";
import type { Transport } from "../../contract/tester/exchange.ts";
import { isLoopback } from "../../contract/tester/transport/is-loopback.ts";
import { routerTransport } from "../../contract/tester/transport/router-transport.ts";
import { socketTransport } from "../../contract/tester/transport/socket-transport.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { loadRouter } from "./load-router.ts";
import type { TestFlags } from "./test-flags.ts";

/** A server to test. `isOwn`: it is on this machine, so that its data is nobody's loss. */
export type Target = { readonly transport: Transport; readonly isOwn: boolean; readonly close: () => Promise<void> };

/** The server that the command line means, which is started where it is a mock or a module. */
export async function openTarget({ url, mock, server }: TestFlags, api: Api, io: Io): Promise<Target> {
  if ([url, server, mock || undefined].filter((each) => each !== undefined).length !== 1) throw new UsageError("Which server? One of --url URL, --mock and --server MODULE says so.");
  if (server !== undefined) {
    const transport = routerTransport(await loadRouter(server, io.cwd), basePath(api));
    return { transport, isOwn: true, close: transport.close };
  }
  if (url === undefined) return mockTarget(api);
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target === undefined || !/^https?:$/.test(target.protocol) || target.search !== "" || target.hash !== "" || target.username !== "") {
    throw new UsageError(`--url takes a whole http(s) URL without query and user, not ${JSON.stringify(url)}.`, "For instance: --url http://127.0.0.1:8080/v1. Credentials are given by --auth.");
  }
  const transport = socketTransport(target.href);
  return { transport, isOwn: isLoopback(target.hostname), close: transport.close };
}

async function mockTarget(api: Api): Promise<Target> {
  const { startMock } = await import("../../mock/start-mock.ts");
  const mock = await startMock(api, { prism: false });
  const transport = socketTransport(mock.url + basePath(api));
  return { transport, isOwn: true, close: async () => (await transport.close(), mock.close()) };
}
