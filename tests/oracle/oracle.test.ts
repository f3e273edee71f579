import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { generate } from "../../generator/generate.ts";
import { corpusFolder } from "../support/corpus.ts";
import { openapiTypescript } from "../support/openapi-typescript.ts";
import { repository } from "../support/typecheck.ts";
import { compare, type Difference, type Pair } from "./compare.ts";
import { knownDifferences } from "./known-differences.ts";
import { placesOf } from "./places.ts";

test("our types and openapi-typescript's are assignable to each other, but for the listed differences", async () => {
  const pairs: Pair[] = [];
  for (const path of documents()) pairs.push(await pairOf(path));
  const differences = await compare(pairs);
  assert.deepEqual(differences.filter((difference) => !isKnown(difference)).map(describe), []);

  const compared = new Set(pairs.map(({ document }) => document));
  const gone = knownDifferences.filter((known) => compared.has(known.document) && !differences.some((difference) => isListed(known, difference)));
  assert.deepEqual(gone.map(({ document, place }) => `${document}: ${place} is listed, but no longer differs`), []);
});

/** Those here, those of the other tests, the contract, and a few published ones of a size that leaves this test quick. */
function documents(): string[] {
  const own = join(import.meta.dirname, "documents");
  const golden = join(repository, "tests", "golden");
  const real = ["petstore-official.yaml", "placekit.json", "xero-assets.yaml", "nexmo-verify.yml", "sendgrid-mail-v3.json", "rentcast.json"];
  return [
    ...readdirSync(own).map((name) => join(own, name)),
    // What is about servers and validators has types that other cases are about.
    ...readdirSync(golden).filter((name) => !/^(server|validators)-/.test(name)).map((name) => join(golden, name, "openapi.yaml")),
    join(repository, "spec", "openapi.yaml"),
    join(repository, "tests", "bench", "documents", "mountain-huts.yaml"),
    ...real.map((name) => join(corpusFolder, "real", name)),
  ].filter(existsSync);
}

async function pairOf(path: string): Promise<Pair> {
  const { files, api, diagnostics } = await generate({ input: path, cwd: repository, targets: ["types"] });
  const ours = files.find((file) => file.path === "types.ts")?.text;
  if (ours === undefined || !api) throw new Error(`${path} is refused: ${diagnostics[0]?.message}`);
  const document = path.startsWith(corpusFolder) ? path.slice(corpusFolder.length + 1) : path.slice(repository.length);
  return { document, ours, theirs: await theirsOf(path), places: placesOf(api) };
}

async function theirsOf(path: string): Promise<Pair["theirs"]> {
  try {
    return await openapiTypescript({ path });
  } catch (error) {
    return { failure: String(error) };
  }
}

/** Listed, or made of something that is. */
function isKnown(difference: Difference): boolean {
  return knownDifferences.some(
    (known) => isListed(known, difference) || (known.document === difference.document && difference.place.uses.has(known.place)),
  );
}

function isListed(known: { document: string; place: string }, { document, place }: Difference): boolean {
  return known.document === document && (known.place === place.at || known.place === "*");
}

function describe({ document, place, what, message }: Difference): string {
  const lines = message.split("\n").map((line) => line.trim().slice(0, 200));
  return `${document}: ${place.at}: ${what}: ${lines[0]} … ${lines.slice(1).at(-1) ?? ""}`;
}
