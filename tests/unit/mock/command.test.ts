import assert from "node:assert/strict";
import { rename, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { documentWith, folderWith, run } from "../cli/run-main.ts";

test("a port that is in use is told, with what to do, and exit code 2", async (t) => {
  const folder = await folderWith(t, { "openapi.yaml": documentWith("Pet") });
  const server = createServer().listen(0, "127.0.0.1");
  t.after(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { exit, err, out } = await run(folder, ["mock", "openapi.yaml", "--port", String(port)]);
  assert.deepEqual([exit, out], [2, ""]);
  assert.match(err, new RegExp(`^Port ${port} is in use\\.\nTake another`));
});

test("a document that cannot be read is exit code 2, a broken one 1, a port that is none 2", async (t) => {
  const folder = await folderWith(t, { "broken.yaml": "openapi: [" });
  assert.equal((await run(folder, ["mock", "missing.yaml", "--port", "0"])).exit, 2);
  const broken = await run(folder, ["mock", "broken.yaml", "--port", "0"]);
  assert.equal(broken.exit, 1);
  assert.match(broken.err, /^broken\.yaml:1:/);
  assert.match((await run(folder, ["mock", "broken.yaml", "--port", "70000"])).err, /--port takes a number from 0 to 65535, not "70000"/);
  assert.equal((await run(folder, ["mock", "broken.yaml", "--seed", "x"])).exit, 2);
});

test("a change is mocked, a broken one is not and is told on the terminal and to pages; Ctrl-C ends it", async (t) => {
  const folder = await folderWith(t, { "openapi.yaml": documentWith("Pet") });
  const file = join(folder, "openapi.yaml");
  const said = { out: "", err: "" };
  let interrupt = () => undefined;
  const interrupted = new Promise<void>((resolve) => void (interrupt = () => void resolve()));
  const ended = run(folder, ["mock", "openapi.yaml", "--port", "0", "--watch"], {
    out: (text) => void (said.out += text), err: (text) => void (said.err += text), interrupted: () => interrupted,
  });
  const text = async (path: string) => (await fetch(said.out.trim() + path)).text();
  const state = async () => JSON.parse(await text("/_specwright/state"));
  await until(async () => said.out !== "" && (await state()).revision === 1);
  assert.match(said.out, /^http:\/\/127\.0\.0\.1:\d+\n$/);

  await writeFile(file, documentWith("Pet").replace("title: Pets", "title: Animals"));
  await until(async () => (await state()).title === "Animals");

  await writeFile(file, "openapi: [");
  await until(async () => (await state()).broken.length > 0);
  assert.equal((await state()).title, "Animals");
  assert.match((await state()).broken[0], /^openapi\.yaml:1:/);
  assert.match(said.err, /The document is broken\. What was mocked before stays\./);

  // As many editors save: another file in the old one's place.
  await writeFile(join(folder, "new.yaml"), documentWith("Pet").replace("title: Pets", "title: Beasts"));
  await rename(join(folder, "new.yaml"), file);
  await until(async () => (await state()).title === "Beasts" && (await state()).broken.length === 0);

  interrupt();
  assert.equal((await ended).exit, 0);
  assert.match(said.err, /Answered 0: 0 by Prism/);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 6_000; tries++) {
    if (await holds().catch(() => false)) return;
    await setTimeout(50);
  }
  assert.fail("It did not come to be.");
}
