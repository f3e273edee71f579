import assert from "node:assert/strict";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { documentWith, folderWith, run } from "./run-main.ts";

/** `generate --watch` on the document of a new folder, until the test has said what it wants. */
async function watching(t: TestContext, files: Record<string, string>, story: (watched: Watched) => Promise<void>): Promise<void> {
  const folder = await folderWith(t, files);
  let printed = "";
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
  const ended = run(folder, ["generate", "openapi.yaml", "--watch"], {
    err: (text) => void (printed += text),
    interrupted: () => interrupted,
  });
  try {
    await until(() => printed.includes("Watching"), () => printed);
    await story({
      folder,
      says: (pattern) => until(() => pattern.test(printed), () => printed),
      types: (pattern) => until(async () => pattern.test(await readFile(join(folder, "generated/types.ts"), "utf8").catch(() => "")), () => printed),
      printed: () => printed,
    });
  } finally {
    interrupt();
    assert.equal((await ended).exit, 0);
  }
}

type Watched = { folder: string; says(pattern: RegExp): Promise<void>; types(pattern: RegExp): Promise<void>; printed(): string };

async function until(holds: () => boolean | Promise<boolean>, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 12_000; tries++) {
    if (await holds()) return;
    await wait(25);
  }
  assert.fail(`It never came to that. Printed so far:\n${printed()}`);
}

test("a save is generated again", async (t) => {
  await watching(t, { "openapi.yaml": documentWith("Pet") }, async ({ folder, types }) => {
    await types(/export type Pet =/);
    await writeFile(join(folder, "openapi.yaml"), documentWith("Cat"));
    await types(/export type Cat =/);
  });
});

test("a save by rename is one, twice in a row", async (t) => {
  await watching(t, { "openapi.yaml": documentWith("Pet") }, async ({ folder, types }) => {
    for (const name of ["Cat", "Dog"]) {
      await writeFile(join(folder, ".swap"), documentWith(name));
      await rename(join(folder, ".swap"), join(folder, "openapi.yaml"));
      await types(new RegExp(`export type ${name} =`));
    }
  });
});

test("a broken save is reported and survived, and the output stays until the next good one", async (t) => {
  await watching(t, { "openapi.yaml": documentWith("Pet") }, async ({ folder, types, says }) => {
    await writeFile(join(folder, "openapi.yaml"), "openapi: 3.1.1\ninfo: {\n");
    await says(/openapi\.yaml:\d+:\d+ {2}error {2}syntax/);
    await types(/export type Pet =/);
    await rm(join(folder, "openapi.yaml"));
    await says(/unreadable/);
    await writeFile(join(folder, "openapi.yaml"), documentWith("Cat"));
    await types(/export type Cat =/);
  });
});

test("a file that is referred to before it exists is awaited, also in a folder that does not exist", async (t) => {
  await watching(t, { "openapi.yaml": documentWith("Pet") }, async ({ folder, types, says }) => {
    const referring = documentWith("Pet").replace("{ type: object, properties: { name: { type: string } } }", "{ $ref: schemas/Pet.yaml }");
    await writeFile(join(folder, "openapi.yaml"), referring);
    await says(/(unresolved|dangling)-ref/);
    await mkdir(join(folder, "schemas"));
    await wait(150);
    await writeFile(join(folder, "schemas/Pet.yaml"), "type: object\nproperties: { weight: { type: number } }\n");
    await types(/weight\?: number/);
    await writeFile(join(folder, "schemas/Pet.yaml"), "type: object\nproperties: { height: { type: number } }\n");
    await types(/height\?: number/);
  });
});

test("what is not part of the document is not waited for", async (t) => {
  await watching(t, { "openapi.yaml": documentWith("Pet") }, async ({ folder, printed }) => {
    const before = printed();
    await writeFile(join(folder, "notes.txt"), "hello");
    await wait(300);
    assert.equal(printed(), before);
  });
});

test("while the document is broken, a file beside it that is written to is not waited for either", async (t) => {
  await watching(t, { "openapi.yaml": "openapi: {", "notes.txt": "" }, async ({ folder, printed }) => {
    const before = printed();
    await writeFile(join(folder, "notes.txt"), "hello");
    await wait(300);
    assert.equal(printed(), before);
  });
});
