import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeListener } from "../../../../generator/runtime/server/node.ts";
import { utf8Length } from "../../../../generator/runtime/server/utf8-length.ts";
import { listen } from "./listen.ts";

const half = "\uD83D";
const texts = ["", "a", "Zoë", "😀", half, `${half}a`, `a${half}`, "字".repeat(170), "字".repeat(171), "ö".repeat(257), "a".repeat(512), "a".repeat(513), "字".repeat(30_000)];

test("a text has as many bytes as Node says, or is too long to count", () => {
  const counted = texts.map((text) => [text.length, utf8Length(text)]);
  const bytes = texts.map((text) => Buffer.byteLength(text));
  assert.deepEqual(counted, texts.map((text, index) => [text.length, (bytes[index] ?? 0) <= 512 ? bytes[index] : undefined]));
});

test("an answer's length is that of its bytes, whatever its text is", async () => {
  const answer = (url: string) => ({ status: 200, headers: { "content-type": "text/plain", "set-cookie": ["a=1", "b=2"] }, body: texts[Number(url.slice(1))] });
  const server = await listen(nodeListener({ handle: ({ url }) => answer(url), has: () => true, ready: async () => {} }));
  for (const [index, text] of texts.entries()) {
    const response = await fetch(`${server.url}/${index}`);
    assert.deepEqual([response.headers.get("content-length"), response.headers.getSetCookie()], [String(Buffer.byteLength(text)), ["a=1", "b=2"]]);
    assert.equal(await response.text(), Buffer.from(text).toString());
  }
});
