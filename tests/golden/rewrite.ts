// Writes what generating gives today to expected/ of every case, or of the cases named. Read the difference before you commit it.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { goldenCases, produce, recorded } from "./golden-case.ts";

const named = new Set(process.argv.slice(2));

for (const goldenCase of goldenCases()) {
  if (named.size > 0 && !named.has(goldenCase.name)) continue;
  const before = recorded(goldenCase);
  const now = await produce(goldenCase);
  const changed = before.size !== now.size || [...now].some(([name, text]) => before.get(name) !== text);
  if (!changed) continue;
  const expected = join(goldenCase.folder, "expected");
  await rm(expected, { recursive: true, force: true });
  for (const [name, text] of now) {
    await mkdir(dirname(join(expected, name)), { recursive: true });
    await writeFile(join(expected, name), text);
  }
  console.log(`tests/golden/${goldenCase.name}/expected`);
}
