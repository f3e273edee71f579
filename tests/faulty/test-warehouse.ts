import { socketTransport } from "../../generator/contract/tester/transport/socket-transport.ts";
import { testContract } from "../../generator/contract/tester/test-contract.ts";
import type { TestOptions } from "../../generator/contract/tester/test-options.ts";
import type { TestReport } from "../../generator/contract/tester/test-report.ts";
import type { Document } from "../../generator/load/document.ts";
import { loadDocument } from "../../generator/load/load-document.ts";
import type { Api } from "../../generator/model/api.ts";
import { buildApi } from "../../generator/model/build-api.ts";
import { repository } from "../support/typecheck.ts";
import type { Fault } from "./fault.ts";
import { openWarehouse } from "./warehouse/open-warehouse.ts";
import { knownCredentials } from "./warehouse/security.ts";

/** A document and what is made of it, once for all runs. */
export type Loaded = { readonly document: Document; readonly api: Api };

/** The warehouse's document. */
export async function loadWarehouse(): Promise<Loaded> {
  const { document } = await loadDocument("tests/faulty/warehouse/openapi.yaml", { cwd: repository });
  if (document === undefined) throw new Error("The warehouse's document cannot be read");
  return { document, api: buildApi(document).api };
}

/** Tests the warehouse, with a fault in it. */
export async function testWarehouse({ document, api }: Loaded, fault: Fault = {}, options: TestOptions = {}): Promise<TestReport> {
  const { url, close } = await openWarehouse(document.root, fault);
  const transport = socketTransport(url);
  try {
    return await testContract(document, api, transport, { credentials: knownCredentials, ...options });
  } finally {
    await transport.close();
    await close();
  }
}
