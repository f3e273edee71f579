import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, member, type Json, type JsonObject } from "../../../generator/json.ts";
import { corpusFolder } from "../../support/corpus.ts";

/** Where the suite stands in the corpus. Its `optional` folder is not ours to pass. */
export const suiteFolder = "suites/json-schema-test-suite/tests/draft2020-12";

/** `{ file: "allOf.json", description: "allOf", schema: {…}, instances: [{ description: "mismatch second", data: {…}, valid: false }] }` */
export type Group = { file: string; description: string; schema: Json; instances: Instance[] };
export type Instance = { description: string; data: Json; valid: boolean };

/** The mandatory groups of JSON Schema 2020-12 that need no other document. */
export function readSuite(): Group[] {
  const folder = join(corpusFolder, suiteFolder);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "refRemote.json").sort();
  return files.flatMap((file) => readGroups(join(folder, file), file)).filter(({ schema }) => !needsRemote(schema));
}

function readGroups(path: string, file: string): Group[] {
  const groups: Json = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(groups)) throw new Error(`${path} is not a list of groups`);
  return groups.filter(isObject).map((group) => ({
    file,
    description: String(group["description"]),
    schema: member(group, "schema") ?? true,
    instances: list(group, "tests").map((test) => ({
      description: String(test["description"]),
      data: member(test, "data") ?? null,
      valid: test["valid"] === true,
    })),
  }));
}

function list(object: JsonObject, key: string): JsonObject[] {
  const value = member(object, key);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The metaschema, and what the suite serves at localhost:1234 from files of its own, by a reference relative to an `$id`. */
const remoteReference = /"\$(?:ref|dynamicRef)":"(?:https:\/\/json-schema\.org\/|tree\.json|extendible-dynamic-ref\.json|detached-)/;

function needsRemote(schema: Json): boolean {
  return remoteReference.test(JSON.stringify(schema));
}
