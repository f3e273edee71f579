import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WireRequest, WireResponse } from "../../../generator/contract/tester/exchange.ts";
import type { Mutant } from "../../faulty/mutant.ts";
import type { Subject } from "../../faulty/subjects.ts";
import { repository } from "../../support/typecheck.ts";
import { asOpenapi30 } from "./as-openapi-30.ts";
import { findsBy, type Recorded, toldOf } from "./recorded.ts";

const workshop = join(repository, ".cache", "bench-kill-rate");

/** jest-openapi's matcher, held against the answers to the same valid requests. It knows OpenAPI 3.0, in which it is given the document. */
export function checkedByJestOpenapi(subject: Subject, recorded: readonly Recorded[]): { readonly finds: (mutant: Mutant) => Promise<boolean> } {
  install();
  const load = createRequire(join(workshop, "package.json"));
  const { expect }: { expect: Expect } = load("expect");
  Object.assign(globalThis, { expect });
  const { default: prepare }: { default: (document: unknown) => void } = load("jest-openapi");
  prepare(asOpenapi30(subject.document.root));
  return { finds: findsBy(async (operations, faulty) => {
    // The matcher is one for the whole process, and of the last document.
    prepare(asOpenapi30(subject.document.root));
    const server = await subject.open(faulty?.fault);
    const told = await toldOf(server.url, recorded.filter(({ operation }) => operations.includes(operation)), { tell: (request, response) => complaints(expect, request, response), usual: faulty?.usual });
    await server.close();
    return told;
  }) };
}

type Expect = (value: unknown) => { readonly toSatisfyApiSpec: () => void };

/** The rule that is broken, without the values, which are others each time. */
function complaints(expect: Expect, { method, target }: WireRequest, { status, headers, body }: WireResponse): string[] {
  const text = Buffer.from(body).toString();
  const isJson = headers.some(([name, value]) => name.toLowerCase() === "content-type" && /json\b/.test(value) && !/jsonl/.test(value));
  try {
    expect({ status, data: isJson ? parsed(text) : text, request: { method, path: target } }).toSatisfyApiSpec();
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\u001b\[\d+m/g, "") : String(error);
    return [/expected received to satisfy[^]*?\n\n([^]*?)(?:\n\nreceived|$)/.exec(message)?.[1]?.replace(/\/\d+|\[\d+\]/g, "") ?? message.slice(0, 200)];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function install(): void {
  mkdirSync(workshop, { recursive: true });
  copyFileSync(fileURLToPath(new URL("./package.json", import.meta.url)), join(workshop, "package.json"));
  if (existsSync(join(workshop, "node_modules"))) return;
  const { status } = spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], { cwd: workshop, stdio: "inherit" });
  if (status !== 0) throw new Error("jest-openapi could not be installed");
}
