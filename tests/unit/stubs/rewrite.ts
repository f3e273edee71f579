// Writes what stubs gives today to after/ and says.txt of every case, or of the cases named: `node --import tsx tests/unit/stubs/rewrite.ts`.
// Read the difference before you commit it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiOf, filesIn, said, stepFiles, stubsCases, written } from "./stubs-case.ts";

const named = new Set(process.argv.slice(2));
const api = await apiOf({ path: join(import.meta.dirname, "openapi.yaml") });

for (const { name, folder } of stubsCases()) {
  if (named.size > 0 && !named.has(name)) continue;
  const stepped = stepFiles(filesIn(join(folder, "before")), api);
  rmSync(join(folder, "after"), { recursive: true, force: true });
  rmSync(join(folder, "says.txt"), { force: true });
  for (const [path, text] of written(stepped)) {
    mkdirSync(dirname(join(folder, "after", path)), { recursive: true });
    writeFileSync(join(folder, "after", path), text);
  }
  const text = said(stepped);
  if (text !== "") writeFileSync(join(folder, "says.txt"), text);
}
