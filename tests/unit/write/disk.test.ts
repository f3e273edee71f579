import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { lookInto, type OutputMemory } from "../../../generator/write/disk.ts";

test("a file is looked at again when it is another: written, replaced, removed, or behind a link that leads out", async (t) => {
  const above = await mkdtemp(join(tmpdir(), "specwright-memory-"));
  t.after(() => rm(above, { recursive: true }));
  const folder = join(above, "out");
  await mkdir(join(folder, "inner"), { recursive: true });
  const path = join(folder, "inner/a.ts");
  const memory: OutputMemory = new Map();
  const look = () => lookInto(folder, memory)("inner/a.ts");
  const seen = () => {
    const entry = look();
    return entry.kind === "file" ? entry.bytes.toString() : entry.kind;
  };
  assert.equal(seen(), "nothing");
  await writeFile(path, "one");
  assert.equal(seen(), "one");
  const first = look();
  assert.equal(look(), first, "what is as it was is not read again");
  await writeFile(path, "two");
  assert.equal(seen(), "two");
  await writeFile(join(folder, "b.ts"), "six");
  await rename(join(folder, "b.ts"), path);
  assert.equal(seen(), "six");
  await rename(join(folder, "inner"), join(above, "inner"));
  await symlink(join(above, "inner"), join(folder, "inner"));
  assert.equal(seen(), "outside");
  await rm(join(folder, "inner"));
  assert.equal(seen(), "nothing");
});
