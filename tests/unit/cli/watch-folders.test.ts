import assert from "node:assert/strict";
import { watch } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { watchFolders } from "../../../generator/cli/watch-folders.ts";
import { folderWith } from "./run-main.ts";

test("what is closed watches nothing again, though somebody who was at work says what to look at", async (t) => {
  const folder = await folderWith(t, { "openapi.yaml": "" });
  let calls = 0;
  const watcher = watchFolders(async () => void calls++);
  await watcher.close();
  watcher.update({ inputs: [join(folder, "openapi.yaml")], incomplete: false });
  t.after(() => watcher.close());
  const seen = new Promise<void>((resolve) => {
    const other = watch(folder, () => {
      other.close();
      resolve();
    });
  });
  await writeFile(join(folder, "openapi.yaml"), "openapi: 3.1.1\n");
  await seen;
  await wait(100);
  assert.equal(calls, 0);
});

test("closing waits for who is at work, and nobody is called after it", async (t) => {
  const folder = await folderWith(t, { "openapi.yaml": "" });
  const events: string[] = [];
  let begun = () => {};
  const atWork = new Promise<void>((resolve) => (begun = resolve));
  const watcher = watchFolders(async () => {
    events.push("begun");
    begun();
    await writeFile(join(folder, "openapi.yaml"), "openapi: 3.0.4\n");
    await wait(150);
    events.push("done");
  });
  watcher.update({ inputs: [join(folder, "openapi.yaml")], incomplete: false });
  await writeFile(join(folder, "openapi.yaml"), "openapi: 3.1.1\n");
  await atWork;
  await watcher.close();
  events.push("closed");
  await wait(150);
  assert.deepEqual(events, ["begun", "done", "closed"]);
});
