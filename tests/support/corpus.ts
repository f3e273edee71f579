import { existsSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./typecheck.ts";

/** The folder of public documents and official suites that stands beside the repository, where somebody has put it. */
export const corpusFolder = join(repository, "..", "shared", "corpus");

/** What to pass as `skip` to a test that reads the corpus: a reason where it is not there, else `false`. */
export function withoutCorpus(path = ""): string | false {
  return existsSync(join(corpusFolder, path)) ? false : `no corpus beside the repository (${join("..", "shared", "corpus", path)})`;
}
