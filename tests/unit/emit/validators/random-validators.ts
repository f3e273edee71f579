import fc from "fast-check";
import type { Output } from "../../../support/one-program.ts";
import { ourFiles } from "../../../support/specwright.ts";
import { documentArbitrary } from "./schema-arbitrary.ts";

/** The validators of random documents, each in a folder of its own. */
export async function randomValidators({ seed, count }: { seed: number; count: number }): Promise<Map<string, Output>> {
  const outputs = new Map<string, Output>();
  for (const [index, document] of fc.sample(documentArbitrary(), { seed, numRuns: count }).entries()) {
    outputs.set(String(index), (await ourFiles(JSON.stringify(document), ["validators"])).files);
  }
  return outputs;
}
