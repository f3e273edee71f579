import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PhaseName } from "../../../generator/contract/tester/case.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { methodAndPath } from "../../../generator/model/sent-method.ts";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import { builtDocument } from "./built-document.ts";
import type { Answering } from "./idle-server.ts";

/** A document that the tester is measured with, and a server of which it does not find too much. */
export type Subject = Answering & { readonly name: string; readonly document: string; readonly operations: number; readonly seeds: number; readonly rounds: number; readonly phases?: readonly PhaseName[] };

const empty = { status: 200, body: "{}" };
const cleared = { status: 200, body: '{"_nodes":{"total":1,"successful":1,"failed":0},"cluster_name":"docker-cluster","nodes":{"a":{"name":"a"}}}' };
/** Requests that follow the document: a server that does nothing takes them, and there is nothing to find. */
const valid: readonly PhaseName[] = ["examples", "coverage", "fuzz"];

/** The documents, each with one of its operations at fault. GitHub's is among them where it is there. */
export async function subjects(): Promise<Subject[]> {
  const built = join(repository, ".cache/bench/tester/things.json");
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, JSON.stringify(builtDocument(60)));
  const contract = { name: "first contract", document: join(repository, "spec/openapi.yaml"), operations: 1, answer: cleared };
  const things = { name: "300 built operations", document: built, operations: 300, answer: empty, seeds: 1 };
  const github = join(corpusFolder, "real/github.json");
  const found = { document: github, answer: { status: 404, body: '{"message":"Not Found"}' }, seeds: 1 };
  // What it cannot read shows in one of a hundred requests of the contract; of the others, the 150th operation fails with whatever is sent.
  const rare = { method: "POST", pattern: "%F0%9F", status: 500 };
  return [
    { ...contract, name: `${contract.name}, valid requests, 20 seeds`, seeds: 20, rounds: 5, phases: valid },
    { ...contract, name: `${contract.name}, all phases`, seeds: 1, rounds: 5, fault: rare },
    { ...things, name: `${things.name}, valid requests`, rounds: 3, phases: valid },
    { ...things, name: `${things.name}, all phases`, rounds: 3, fault: await faultOf(built, 150) },
    ...(existsSync(github) ? [
      { ...found, name: "GitHub's first 300, all phases", operations: 300, rounds: 3, fault: await faultOf(github, 150) },
      { ...found, name: "GitHub, all phases", operations: 1_223, rounds: 1, fault: await faultOf(github, 150) },
    ] : []),
  ];
}

/** The fault of an operation that fails with whatever is sent. */
async function faultOf(path: string, number: number): Promise<Answering["fault"]> {
  const { document } = await loadDocument(path, { cwd: repository });
  const operation = document && buildApi(document).api.operations[number - 1];
  if (operation === undefined) throw new Error(`${path} has no operation ${number}`);
  const [method = "", template = ""] = methodAndPath(operation).split(" ");
  const pattern = template.split(/\{[^{}]*\}/).map((text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&")).join("[^/?]+");
  return { method, pattern: `^${pattern}(\\?|$)`, status: 500 };
}
