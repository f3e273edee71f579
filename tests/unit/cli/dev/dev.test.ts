import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createServer, get } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "../run-main.ts";
import { petsWith, working } from "./working.ts";

const pets = petsWith("{ type: string }");

/** The first event with data of pages that are open, from now on. */
async function nextEvent(docs: string): Promise<{ next: Promise<string> }> {
  const response = await fetch(`${docs}_specwright/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const hello = await reader?.read();
  const read = async (text: string): Promise<string> => {
    const event = /event: .*\ndata: .*/.exec(text);
    if (event !== null) return reader?.cancel().then(() => event[0]) ?? "";
    const more = await reader?.read();
    return more === undefined || more.done ? text : read(text + more.value);
  };
  return { next: read(hello?.value ?? "") };
}

test("a save is generated, mocked and shown, and what breaks consumers is said", async (t) => {
  const { exit } = await working(t, { "openapi.yaml": pets }, async ({ folder, says, docs, mock }) => {
    assert.deepEqual(await (await fetch(`${mock()}/pets`)).json(), [{ name: "Rex" }]);
    assert.match(await (await fetch(`${docs()}operations/list-pets.html`)).text(), /string/);
    const { next } = await nextEvent(docs());
    await writeFile(join(folder, "openapi.yaml"), petsWith("{ type: integer }").replace("Rex", "7"));
    await says(/generated\/: \d+ files? written, \d+ unchanged in \d+ ms\n1 change, of which 1 breaks consumers:\n {2}breaking {2}GET \/pets response 200 body \/\*\/name is integer, and was string {2}response-property-type-changed\n/);
    assert.equal(await next, "event: message\ndata: changed");
    assert.match(await readFile(join(folder, "generated/types.ts"), "utf8"), /name: number/);
    await says(/Watching/);
    assert.deepEqual(await (await fetch(`${mock()}/pets`)).json(), [{ name: 7 }]);
    assert.match(await (await fetch(`${docs()}operations/list-pets.html`)).text(), /integer/);
  });
  assert.equal(exit, 0);
});

test("a save by rename that changes nothing for consumers says so", async (t) => {
  await working(t, { "openapi.yaml": pets }, async ({ folder, says }) => {
    await writeFile(join(folder, "openapi.swp"), pets.replace("All of them", "Every pet"));
    await rename(join(folder, "openapi.swp"), join(folder, "openapi.yaml"));
    await says(/Nothing has changed for consumers\.\n/);
  });
});

test("a broken save is shown with its place, and the last good version stays up", async (t) => {
  await working(t, { "openapi.yaml": pets }, async ({ folder, says, docs, mock }) => {
    const { next } = await nextEvent(docs());
    await writeFile(join(folder, "openapi.yaml"), `${pets}  x: {`);
    await says(/The document has errors\. The version of \d\d:\d\d:\d\d stays\.\n\nopenapi\.yaml:\d+:\d+ {2}error {2}syntax .*\n[^]*\^\n[^]*lint: 1 error\n/);
    assert.match(await next, /^event: broken\ndata: The document has errors\. The version of \S+ stays\.$/);
    assert.deepEqual(await (await fetch(`${mock()}/pets`)).json(), [{ name: "Rex" }]);
    assert.equal((await fetch(docs())).status, 200);
    const late = await nextEvent(docs());
    assert.match(await late.next, /^event: broken/);
    await writeFile(join(folder, "openapi.yaml"), petsWith("{ type: string, maxLength: 9 }"));
    await says(/1 change, and no consumer breaks:\n/);
  });
});

test("a document that is broken from the start is awaited; what Redocly's rules say comes behind", async (t) => {
  await working(t, { "openapi.yaml": "openapi: {", "redocly.yaml": "extends: [recommended-strict]\n" }, async ({ folder, says, docs }) => {
    assert.match(await (await fetch(docs())).text(), /Nothing to show yet/);
    await writeFile(join(folder, "openapi.yaml"), pets);
    await says(/generated\/: \d+ files written in/);
    await says(/lint: nothing to report; asking Redocly/);
    await says(/openapi\.yaml:\d+:\d+ {2}error {2}info-license [^]*\^\n[^]*lint: \d+ errors?(, \d+ warnings?)? more by Redocly, after [\d.]+ s\n/);
  });
});

test("ports that are taken are not asked for, and everything ends with Ctrl-C", async (t) => {
  const taken = createServer().listen(0, "127.0.0.1");
  t.after(() => taken.close());
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { exit, docs, mock, printed } = await working(t, { "openapi.yaml": pets }, async () => {}, ["--port", String(port), "--mock-port", "0"]);
  assert.equal(exit, 0);
  assert.notEqual(new URL(docs).port, String(port));
  assert.match(printed, new RegExp(`docs ${docs} \\(${port} is taken\\), mock http`));
  for (const url of [docs, mock]) await assert.rejects(fetch(url), TypeError);
});

test("the pages are all that is served, and to nobody who calls us by another name", async (t) => {
  await working(t, { "openapi.yaml": pets, "secret.txt": "secret" }, async ({ docs }) => {
    const { port } = new URL(docs());
    const statusOf = (path: string, headers = {}, method = "GET") => new Promise((resolve, reject) => {
      get({ host: "127.0.0.1", port, path, headers, method }, (response) => resolve(response.resume().statusCode)).on("error", reject);
    });
    for (const path of ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "//etc/passwd", "/secret.txt", "/%", "/constructor", "/__proto__", "/assets/"]) {
      assert.equal(await statusOf(path), 404, path);
    }
    assert.equal(await statusOf("/", { host: "evil.example" }), 421);
    assert.equal(await statusOf("/", {}, "POST"), 405);
    assert.equal(await statusOf("/index.html?x=1"), 200);
    assert.equal(await statusOf("/assets/reference.css"), 200);
  });
});

test("what cannot be watched, or is not there, is wrong usage", async () => {
  const facts: [argv: string[], words: RegExp][] = [
    [["-"], /stdin cannot be watched/], [["https://example.com/openapi.yaml"], /A URL cannot be watched/], [["nope.yaml", "--port", "0"], /nope\.yaml:1:1 {2}error {2}unreadable/],
    [["a.yaml", "--port", "http"], /--port takes a number/], [["a.yaml", "--mock-port", "70000"], /--mock-port takes a number/],
  ];
  for (const [argv, words] of facts) {
    const { exit, err } = await run("/", ["dev", ...argv]);
    assert.match(err, words);
    assert.equal(exit, 2);
  }
});
