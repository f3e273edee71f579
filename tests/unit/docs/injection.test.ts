import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { markdown } from "../../../generator/docs/markdown.ts";
import { poisonedDocument } from "../../injection/poisoned-document.ts";
import { poisons } from "../../injection/poisons.ts";
import { pagesOf, tagsIn } from "./pages.ts";

const tags = new Set((
  "html head meta title link script body a header button div input ul li nav main article aside section h1 h2 h3 h4 h5 h6 p span code pre b i em strong br hr dl dt dd "
  + "details summary form label datalist option select textarea fieldset legend footer blockquote ol table thead tbody tr th td s del"
).split(" "));

const attributes = /^(class|id|href|rel|src|charset|http-equiv|content|name|lang|type|role|hidden|open|value|required|selected|list|rows|spellcheck|placeholder|autocomplete|tabindex|start|title|aria-[a-z]+|data-[a-z]+)$/;

const { pages } = await pagesOf(JSON.stringify(poisonedDocument()));

test("no text of a document becomes a tag, an attribute, a script or a link that runs", () => {
  assert.ok(pages.size > poisons.length);
  for (const [path, page] of pages) {
    assert.match(path, /^(index\.html|(operations|tags|schemas|assets)\/[\w-]{1,90}\.(html|js|css))$/);
    if (!path.endsWith(".html")) continue;
    // Each "<" begins a tag of ours: there is none in a text.
    const found = tagsIn(page);
    assert.equal(found.length + (page.match(/<\/[a-z]\w*>/g) ?? []).length + 1, (page.match(/</g) ?? []).length, path);
    assert.deepEqual(found.filter(({ name }) => !tags.has(name)).map(({ name }) => name), []);
    assert.deepEqual(found.flatMap((tag) => [...tag.attributes.keys()]).filter((name) => !attributes.test(name)), [], path);
    assert.equal(found.filter(({ name }) => name === "script").length, 1);
    for (const tag of found) assert.doesNotMatch(tag.attributes.get("href") ?? "", /^\s*(javascript|vbscript|data:(?!,$)|file):/i);
    assert.doesNotMatch(page, /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u, path);
  }
});

test("the index of the search is data, whatever it holds", () => {
  const self: Record<string, unknown> = {};
  const sandbox: Record<string, unknown> = { self };
  runInNewContext(pages.get("assets/search.js") ?? "", sandbox);
  assert.deepEqual(Object.keys(sandbox), ["self"]);
  assert.deepEqual(Object.keys(self), ["specwrightSearch"]);
});

for (const [written, expected] of [
  ["<img src=x onerror=alert(1)>", /^<p>&lt;img src=x onerror=alert\(1\)&gt;<\/p>/],
  ["[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\tscript:x) [d](data:text/html,x) [e](vbscript:x)", /^(?!.*href="(?!%)(java|data|vb))/s],
  ["[a](&#106;avascript:alert(1))", /^(?!.*<a)/s],
  ["![chart](https://example.com/a.png)", /^<p><a href="https:\/\/example.com\/a.png" rel="noopener noreferrer">chart<\/a><\/p>/],
  ["# Title\n\ntext", /^<h3>Title<\/h3>/],
  ["[a](https://example.com/\"onclick=\"x) <https://example.com>", /^(?!.*"onclick)/s],
  ["```js\n</code></pre><script>\n```", /&lt;\/code&gt;&lt;\/pre&gt;&lt;script&gt;/],
] as const) {
  test(`in a description ${JSON.stringify(written)} is harmless`, () => {
    const text = markdown(written)?.html.replace(/^<div class="prose">|<\/div>$/g, "") ?? "";
    assert.match(text, expected);
  });
}
