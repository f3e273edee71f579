import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { outputMemory } from "../../../generator/write/output-memory.ts";

test("a file is looked at again when it is another: written, replaced, removed, or behind a link that leads out", async (t) => {
  const above = await mkdtemp(join(tmpdir(), "specwright-memory-"));
  t.after(() => rm(above, { recursive: true }));
  const folder = join(above, "out");
  await mkdir(join(folder, "inner"), { recursive: true });
  const path = join(folder, "inner/a.ts");
  const look = outputMemory();
  const seen = async () => {
    const entry = await look(folder, "inner/a.ts");
    return entry.kind === "file" ? entry.bytes.toString() : entry.kind;
  };
  assert.equal(await seen(), "nothing");
  await writeFile(path, "one");
  assert.equal(await seen(), "one");
  const first = await look(folder, "inner/a.ts");
  assert.equal(await look(folder, "inner/a.ts"), first, "what is as it was is not read again");
  await writeFile(path, "two");
  assert.equal(await seen(), "two");
  await writeFile(join(folder, "b.ts"), "six");
  await rename(join(folder, "b.ts"), path);
  assert.equal(await seen(), "six");
  await rename(join(folder, "inner"), join(above, "inner"));
  await symlink(join(above, "inner"), join(folder, "inner"));
  assert.equal(await seen(), "outside");
  await rm(join(folder, "inner"));
  assert.equal(await seen(), "nothing");
});
