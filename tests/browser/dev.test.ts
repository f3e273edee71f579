import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { petsWith, working } from "../unit/cli/dev/working.ts";
import { chromium, openBrowser } from "./chromium.ts";

test("an edit shows up in the page without reloading by hand, and the terminal says what changed", { skip: chromium ? false : "no Chromium on the PATH", timeout: 60_000 }, async (t) => {
  const page = await openBrowser();
  t.after(() => page.close());
  await working(t, { "openapi.yaml": petsWith("{ type: string }") }, async ({ folder, says, docs, mock }) => {
    await page.open(`${docs()}operations/list-pets.html`);
    assert.equal(await page.evaluate("document.querySelector('main').textContent.includes('nickname of the pet')"), false);

    await writeFile(join(folder, "openapi.yaml"), petsWith("{ type: string }, nickname: { type: string, description: The nickname of the pet }"));
    await says(/1 change, and no consumer breaks:\n {2}info {6}GET \/pets response 200 body \/\*\/nickname is new {2}response-property-new-optional\n/);
    await page.until("document.querySelector('main')?.textContent.includes('nickname of the pet')");

    await writeFile(join(folder, "openapi.yaml"), "openapi: {");
    await says(/The document has errors\. The version of/);
    assert.match(String(await page.until("document.querySelector('.stale')?.textContent")), /^The document has errors\. The version of \S+ stays\.$/);
    assert.equal(await page.evaluate("document.querySelector('main').textContent.includes('nickname of the pet')"), true);

    await writeFile(join(folder, "openapi.yaml"), petsWith("{ type: integer }"));
    await says(/of which 1 breaks consumers, and 1 may/);
    await page.until("document.querySelector('main') && !document.querySelector('.stale') && !document.querySelector('main').textContent.includes('nickname of the pet')");
    const outside = page.requests.filter((url) => !url.startsWith("data:") && ![docs(), mock()].some((own) => url.startsWith(own)));
    assert.deepEqual([outside, page.complaints], [[], []]);
  });
});
