import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { test } from "node:test";
import type { Schema } from "../../../generator/model/schema.ts";
import { corpusFolder, withoutCorpus } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import { run } from "../cli/run-main.ts";
import { filesIn, pagesOf, tagsIn, textIn } from "./pages.ts";

const small = { path: join(repository, "tests/unit/docs/small/openapi.yaml") };
const contract = { path: join(repository, "spec/openapi.yaml") };

test("the pages of a small document are what they were (specwright docs small/openapi.yaml --out small/expected writes them anew)", async () => {
  const expected = filesIn(join(repository, "tests/unit/docs/small/expected"));
  const { pages } = await pagesOf(small);
  assert.deepEqual([...pages.keys()].sort(), [...expected.keys()].sort());
  for (const [path, text] of pages) if (!path.endsWith(".css") && path !== "assets/reference.js") assert.equal(text, expected.get(path), path);
});

test("every attribute of the contract is on its page: parameters, headers, statuses, members of bodies with what is said of them, and examples", async () => {
  const { api, pages } = await pagesOf(contract);
  const page = pages.get("operations/security-clear-api-key-cache.html") ?? "";
  const names = Array.from(page.matchAll(/<code class="name">([^<]*)<\/code>/g), ([, name]) => name);
  const text = textIn(page);
  const [operation] = api.operations;
  assert.ok(operation);
  const schemas = api.schemas.map(({ schema }) => schema);
  const members = schemas.flatMap(everySchema).flatMap(({ properties = [] }) => properties);
  assert.ok(members.length > 15);
  for (const name of [...members, ...operation.parameters, ...operation.responses.flatMap(({ headers }) => headers)].map((one) => one.name)) assert.ok(names.includes(name), name);
  for (const { schema } of members) for (const word of schema.doc?.description?.replace(/[`*]/g, "").split(/\s+/) ?? []) assert.ok(text.includes(word), word);
  for (const { status } of operation.responses) assert.ok(page.includes(`id="response-${status}"`), status);
  for (const { value } of operation.responses.flatMap(({ content }) => content.flatMap(({ examples }) => examples))) assert.ok(text.includes(JSON.stringify(value?.value, null, 2)));
  for (const said of ["Generally available; added in 7.10.0", "Cluster privileges", "manage_security", "application/vnd.elasticsearch+json;compatible-with=9", "API key in the header Authorization"]) assert.ok(text.includes(said), said);
});

for (const [name, input] of [["the contract", contract], ["a small document", small]] as const) {
  test(`every link of ${name} leads to a page and a place that are there, and no id is there twice`, async () => assertLinks((await pagesOf(input)).pages));

  test(`pages of ${name} load nothing but their own style and scripts`, async () => {
    for (const [path, page] of (await pagesOf(input)).pages) {
      if (!path.endsWith(".html")) continue;
      const root = "../".repeat(path.split("/").length - 1);
      const loaded = tagsIn(page).filter(({ name: tag }) => ["script", "link", "img", "iframe", "object", "video"].includes(tag)).map(({ attributes }) => attributes.get("src") ?? attributes.get("href"));
      assert.deepEqual(loaded, ["data:,", `${root}assets/reference.css`, `${root}assets/reference.js`]);
      assert.match(page, /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;self&#39;; script-src &#39;self&#39;/);
      assert.doesNotMatch(page, /<script>|\s(style|on\w+)="/);
    }
  });
}

test("style and script are small enough to be read", async () => {
  const { pages } = await pagesOf(small);
  for (const asset of ["assets/reference.css", "assets/reference.js"]) assert.ok(Buffer.byteLength(pages.get(asset) ?? "") < 16_000, asset);
});

test("where a reload is announced only a page that was made for it listens", async () => {
  assert.doesNotMatch((await pagesOf(small)).pages.get("index.html") ?? "", /specwright-live/);
  assert.match((await pagesOf(small, { live: true })).pages.get("index.html") ?? "", /<meta name="specwright-live" content="\/_specwright\/events">/);
});

test("--server is where the form sends to", async () => {
  const { pages } = await pagesOf(small, { server: "http://localhost:4010" });
  assert.match(pages.get("operations/get-toy.html") ?? "", /name="server" type="url" required value="http:\/\/localhost:4010"/);
});

test("what is too much for a page has one of its own, and every tree ends", async () => {
  const member = (index: number) => [`p${index}`, { $ref: `#/components/schemas/S${(index * 7 + 1) % 40}` }];
  const schemas = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`S${index}`, { type: "object", properties: Object.fromEntries(Array.from({ length: 12 }, (_, at) => member(index + at))) }]));
  const responses = { "200": { description: "All", content: { "application/json": { schema: { $ref: "#/components/schemas/S0" } } } } };
  const { pages } = await pagesOf(JSON.stringify({ openapi: "3.1.1", info: { title: "Wide", version: "1" }, paths: { "/": { get: { responses } } }, components: { schemas } }));
  assert.ok([...pages.keys()].filter((path) => path.startsWith("schemas/")).length > 10);
  for (const [path, page] of pages) assert.ok(page.length < 300_000, path);
  assertLinks(pages);
});

test("the command writes the pages through the manifest, and a second run writes nothing", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "specwright-docs-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const { exit, err } = await run(folder, ["docs", small.path]);
  assert.equal(exit, 0, err);
  assert.match(err, /^reference\/: 9 files written in \d+ ms\n$/);
  assert.match(readFileSync(join(folder, "reference/index.html"), "utf8"), /<title>Toys<\/title>/);
  assert.match((await run(folder, ["docs", small.path])).err, /0 files written, 9 unchanged/);
  assert.match((await run(folder, ["docs", small.path, "--server", "localhost"])).err, /--server takes an http\(s\) URL/);
});

for (const name of process.env["CORPUS"] ? ["github.json", "stripe-2023-09.yaml", "elasticsearch-2025-03.json"] : ["elasticsearch-2025-03.json"]) {
  test(`${name} has a page for each operation, none of them large, and no link that leads nowhere`, { skip: withoutCorpus("real"), timeout: 240_000 }, async () => {
    const { api, pages } = await pagesOf({ path: join(corpusFolder, "real", name) });
    assert.equal([...pages.keys()].filter((path) => path.startsWith("operations/")).length, api.operations.length + api.webhooks.flatMap(({ operations }) => operations).length);
    for (const [path, page] of pages) assert.ok(page.length < 400_000, `${path}: ${page.length}`);
    assertLinks(pages);
  });
}

function assertLinks(pages: ReadonlyMap<string, string>): void {
  const html = new Map([...pages].filter(([path]) => path.endsWith(".html")).map(([path, page]) => [path, { ids: ids(page, path), links: links(page) }]));
  for (const [path, { links: all }] of html) {
    for (const link of all) {
      const [target = "", hash] = link.split("#");
      const page = target === "" ? path : posix.join(posix.dirname(path), target);
      assert.ok(html.has(page), `${path}: ${link}`);
      if (hash !== undefined) assert.ok(html.get(page)?.ids.has(hash), `${path}: ${link}`);
    }
  }
}

function ids(page: string, path: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, id = ""] of page.matchAll(/ id="([^"]*)"/g)) {
    assert.ok(!found.has(id), `${path}: ${id}`);
    found.add(id);
  }
  return found;
}

/** Links that we make; those of a description are its author's. */
function links(page: string): string[] {
  return Array.from(page.matchAll(/<a (?:class="[^"]*" )?href="([^"]*)"(?! rel=)/g), ([, href = ""]) => href);
}

function everySchema(root: Schema): Schema[] {
  const { properties = [], items, additionalProperties, oneOf = [], anyOf = [], allOf = [] } = root;
  const inside = [...properties.map(({ schema }) => schema), ...[items, additionalProperties].filter((one) => one !== undefined), ...oneOf, ...anyOf, ...allOf];
  return [root, ...inside.flatMap(everySchema)];
}
