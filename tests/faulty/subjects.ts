import { testContract } from "../../generator/contract/tester/test-contract.ts";
import type { TestOptions } from "../../generator/contract/tester/test-options.ts";
import type { TestReport } from "../../generator/contract/tester/test-report.ts";
import { socketTransport } from "../../generator/contract/tester/transport/socket-transport.ts";
import type { Document } from "../../generator/load/document.ts";
import { loadDocument } from "../../generator/load/load-document.ts";
import type { Api } from "../../generator/model/api.ts";
import { buildApi } from "../../generator/model/build-api.ts";
import { repository } from "../support/typecheck.ts";
import type { Fault } from "./fault.ts";
import type { Kind, Mutant } from "./mutant.ts";
import { agencyCredentials } from "./agency/credentials.ts";
import { openAgency } from "./agency/open-agency.ts";
import { depotCredentials } from "./depot/keys.ts";
import { openDepot } from "./depot/open-depot.ts";
import { mutants } from "./mutants.ts";
import { agencyMutants } from "./mutants/agency.ts";
import { contractMutants } from "./mutants/contract.ts";
import { depotMutants } from "./mutants/depot.ts";
import { exampleCredentials, openExample } from "./open-example.ts";
import { observatoryMutants } from "./mutants/observatory.ts";
import { answerRequest as answerObservatory } from "./observatory/answer-request.ts";
import { createCatalogue } from "./observatory/catalogue.ts";
import { sessionCredentials } from "./observatory/session.ts";
import { openServer } from "./open-server.ts";
import { answerRequest as answerWarehouse } from "./warehouse/answer-request.ts";
import { knownCredentials } from "./warehouse/security.ts";
import { createStore } from "./warehouse/store.ts";

/** A document, a server that does as it says, and servers that nearly do. */
export type Subject = {
  readonly name: string;
  readonly path: string;
  readonly document: Document;
  readonly api: Api;
  readonly credentials: ReadonlyMap<string, string>;
  readonly open: (fault?: Fault) => Promise<{ url: string; close: () => Promise<void> }>;
  readonly mutants: Readonly<Partial<Record<Kind, readonly Mutant[]>>>;
};

/** The warehouse, the observatory, the agency, the depot, and the contract with its example server. */
export async function loadSubjects(): Promise<Readonly<Record<"warehouse" | "observatory" | "agency" | "depot" | "contract", Subject>>> {
  const warehouse = await load("tests/faulty/warehouse/openapi.yaml");
  const observatory = await load("tests/faulty/observatory/openapi.yaml");
  const agency = await load("tests/faulty/agency/openapi.yaml");
  const depot = await load("tests/faulty/depot/openapi.yaml");
  const contract = await load("spec/openapi.yaml");
  return {
    warehouse: { ...warehouse, name: "warehouse", credentials: knownCredentials, mutants, open: (fault) => openWarehouse(warehouse.document, fault) },
    observatory: { ...observatory, name: "observatory", credentials: sessionCredentials, mutants: observatoryMutants, open: (fault) => openObservatory(observatory.document, fault) },
    agency: { ...agency, name: "agency", credentials: agencyCredentials, mutants: agencyMutants, open: openAgency },
    depot: { ...depot, name: "depot", credentials: depotCredentials, mutants: depotMutants, open: (fault) => openDepot(depot.document.root, fault) },
    contract: { ...contract, name: "contract", credentials: exampleCredentials, mutants: contractMutants, open: openExample },
  };
}

function openWarehouse({ root }: Document, fault: Fault = {}): Opened {
  const store = fault.store?.(createStore()) ?? createStore();
  return openServer(root, fault, (asked, rules) => answerWarehouse(asked, { rules, store }));
}

function openObservatory({ root }: Document, fault: Fault = {}): Opened {
  const catalogue = fault.catalogue?.(createCatalogue()) ?? createCatalogue();
  return openServer(root, fault, (asked, rules) => answerObservatory(asked, { rules, catalogue }));
}

type Opened = ReturnType<Subject["open"]>;

async function load(path: string): Promise<Pick<Subject, "path" | "document" | "api">> {
  const { document } = await loadDocument(path, { cwd: repository });
  if (document === undefined) throw new Error(`${path} cannot be read`);
  return { path, document, api: buildApi(document).api };
}

/** Tests a server of a subject, with a fault in it or with none. */
export async function testSubject({ document, api, credentials, open }: Subject, fault?: Fault, options: TestOptions = {}): Promise<TestReport> {
  const { url, close } = await open(fault);
  const transport = socketTransport(url, { answer: 300_000, pause: 1_000 });
  try {
    return await testContract(document, api, transport, { credentials, ...options });
  } finally {
    await transport.close();
    await close();
  }
}
