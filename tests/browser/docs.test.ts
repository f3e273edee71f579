import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { poisonedDocument } from "../injection/poisoned-document.ts";
import { repository } from "../support/typecheck.ts";
import { pagesOf } from "../unit/docs/pages.ts";
import { serve } from "../unit/runtime/serve.ts";
import { type BrowserPage, chromium, openBrowser } from "./chromium.ts";

const skip = chromium ? false : "no Chromium on the PATH";
const folder = mkdtempSync(join(tmpdir(), "specwright-docs-"));
const operation = pathToFileURL(join(folder, "contract/operations/security-clear-api-key-cache.html")).href;
let browser: BrowserPage | undefined;

function page(): BrowserPage {
  assert.ok(browser);
  return browser;
}

before(async () => {
  if (skip) return;
  for (const [name, input] of [["contract", { path: join(repository, "spec/openapi.yaml") }], ["poisons", JSON.stringify(poisonedDocument())]] as const) {
    for (const [path, text] of (await pagesOf(input)).pages) put(`${name}/${path}`, text);
  }
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test("from a disk a page loads its own files and nothing else, and complains of nothing", { skip, timeout: 60_000 }, async () => {
  page().requests.length = 0;
  await page().open(operation);
  assert.deepEqual(page().requests.filter((url) => !url.startsWith("data:")).map((url) => url.split("/").slice(-2).join("/")), [
    "operations/security-clear-api-key-cache.html", "assets/reference.css", "assets/reference.js",
  ]);
  assert.deepEqual(page().complaints, []);
  assert.notEqual(await page().evaluate("getComputedStyle(document.body).backgroundColor"), "rgba(0, 0, 0, 0)");
});

for (const [width, height] of [[360, 740], [768, 1024], [1440, 900]] as const) {
  for (const colours of ["light", "dark"] as const) {
    test(`at a width of ${width} in ${colours} nothing scrolls sideways, and texts have enough contrast`, { skip, timeout: 60_000 }, async () => {
      await page().resize(width, height, colours);
      await page().open(operation);
      await page().evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      assert.equal(await page().evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
      assert.deepEqual(await page().evaluate(contrasts), []);
    });
  }
}

test("tabs show one language, and the copy button copies it", { skip, timeout: 60_000 }, async () => {
  await page().open(operation);
  await page().evaluate("[...document.querySelectorAll('.calls [role=tab]')].find((tab) => tab.textContent === 'curl').click()");
  const shown = await page().evaluate("[...document.querySelectorAll('.calls .panel')].filter((panel) => !panel.hidden).map((panel) => panel.dataset.title)");
  assert.deepEqual(shown, ["curl"]);
  await page().evaluate("navigator.clipboard.writeText = (text) => { self.copied = text; return Promise.resolve(); }; document.querySelector('#sample-curl .copy').click()");
  assert.match(String(await page().until("self.copied")), /^curl -X POST -H "Authorization: ApiKey \$ELASTIC_API_KEY"/);
});

test("the search finds an operation by words of its title and its path, and Enter opens it", { skip, timeout: 60_000 }, async () => {
  await page().open(pathToFileURL(join(folder, "contract/index.html")).href);
  await page().evaluate("(() => { const input = document.querySelector('.search input'); input.focus(); input.value = 'cache api_key'; input.dispatchEvent(new Event('input')); })()");
  assert.equal(await page().until("document.querySelector('#results [aria-selected=true] a')?.firstChild.textContent"), "Clear the API key cache");
  await page().evaluate("document.querySelector('.search input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))");
  await page().until("location.pathname.endsWith('/operations/security-clear-api-key-cache.html') && document.readyState === 'complete'");
});

test("a link to an attribute opens what it is inside of", { skip, timeout: 60_000 }, async () => {
  await page().open("about:blank");
  await page().open(`${operation}#response-200-_nodes-failures-reason`);
  assert.equal(await page().until("document.getElementById('response-200-_nodes-failures-reason').getClientRects().length > 0"), true);
});

test("the form sends the request and shows status, headers and body; a server that forbids it is explained", { skip, timeout: 60_000 }, async () => {
  const api = await serve(answer);
  await page().open(operation);
  const send = (origin: string) => `(() => {
    const form = document.querySelector(".try form");
    form.parentElement.open = true;
    form.elements.namedItem("server").value = ${JSON.stringify(origin)};
    form.querySelector("[data-name=ids]").value = '["a/b","é"]';
    form.querySelector("[data-name=filter_path]").value = "x,y&z";
    form.querySelector("[data-name=pretty]").value = "true";
    form.querySelector("[data-prefix='ApiKey ']").value = "s3cret";
    form.requestSubmit();
  })()`;
  await page().evaluate(send(api.url));
  const text = String(await page().until("/ms/.test(document.querySelector('.answer').textContent) && document.querySelector('.answer').innerText"));
  assert.match(text, /200 OK in \d+ ms/);
  assert.match(text, /content-type: application\/json/);
  assert.match(text, /"cluster_name": "c"/);
  const sent = api.seen.find(({ line }) => line.startsWith("POST"));
  assert.equal(sent?.line, "POST /_security/api_key/a%2Fb,%C3%A9/_clear_cache?pretty=true&filter_path=x,y%26z");
  assert.equal(sent?.headers["authorization"], "ApiKey s3cret");
  await page().evaluate(send(`${api.url}/closed`));
  assert.match(String(await page().until("/CORS/.test(document.querySelector('.answer').textContent) && document.querySelector('.answer').innerText")), /No answer that this page may read/);
});

test("a theme that is chosen stays", { skip, timeout: 60_000 }, async () => {
  await page().resize(1440, 900, "light");
  await page().open(operation);
  await page().evaluate("document.querySelector('.theme').click()");
  await page().open(pathToFileURL(join(folder, "contract/index.html")).href);
  assert.equal(await page().evaluate("document.documentElement.dataset.theme"), "dark");
  await page().evaluate("document.querySelector('.theme').click()");
});

test("a server that announces changes reloads the page", { skip, timeout: 60_000 }, async () => {
  let announce = (): void => {};
  const site = await serve((request, response) => {
    if (request.url === "/_specwright/events") {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(": \n\n");
      announce = () => void response.write("data: changed\n\n");
      return;
    }
    const path = (request.url ?? "").slice(1);
    const text = readFileSync(join(folder, "contract", path), "utf8").replace("<title>", '<meta name="specwright-live" content="/_specwright/events">\n<title>');
    response.writeHead(200, { "content-type": path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "text/html" }).end(text);
  });
  await page().open(`${site.url}/index.html`);
  await page().evaluate("self.isOld = true");
  for (let tries = 0; tries < 100 && !site.seen.some(({ line }) => line.endsWith("/events")); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  announce();
  await page().until("self.isOld === undefined && document.readyState === 'complete'");
});

test("no text of a poisoned document runs, and none asks for anything", { skip, timeout: 120_000 }, async () => {
  const paths = (await pagesOf(JSON.stringify(poisonedDocument()))).pages.keys();
  await page().open("about:blank");
  page().complaints.length = 0;
  page().requests.length = 0;
  for (const path of [...paths].filter((one) => one.endsWith(".html")).slice(0, 12)) {
    await page().open(pathToFileURL(join(folder, "poisons", path)).href);
    assert.equal(await page().evaluate("typeof canary"), "undefined", path);
  }
  assert.deepEqual(page().requests.filter((url) => !url.startsWith("data:") && !url.startsWith(pathToFileURL(folder).href)), []);
  assert.deepEqual(page().complaints, []);
});

/** An API that lets pages of any origin read its answers, but for those under /closed. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const open = request.url?.startsWith("/closed") ? {} : { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, *", "access-control-expose-headers": "*" };
  if (request.method === "OPTIONS") response.writeHead(204, open).end();
  else response.writeHead(200, { ...open, "content-type": "application/json" }).end('{"_nodes":{"total":1,"successful":1,"failed":0},"cluster_name":"c","nodes":{}}');
}

/** Texts that are hard to read (WCAG 2.2, 1.4.3): less than 4.5 : 1 between them and what is behind them. */
const contrasts = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => { for (let one = element; one; one = one.parentElement) { const colour = numbers(getComputedStyle(one).backgroundColor); if ((colour[3] ?? 1) > 0) return colour; } return [255, 255, 255]; };
  const bad = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "") || element.getClientRects().length === 0) continue;
    const [one, other] = [light(numbers(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    if ((one + 0.05) / (other + 0.05) < 4.5) bad.add(element.tagName + "." + element.className);
  }
  return [...bad];
})()`;
