import assert from "node:assert/strict";
import { test } from "node:test";
import { encoder } from "../../../generator/write/encoder.ts";

test("every text is given as UTF-8, whatever the one before was", () => {
  const encode = encoder();
  for (const text of ["", "a", "é".repeat(1000), "🐈", "ключ\n", "日本".repeat(5000), "b", "\uD800"]) {
    assert.deepEqual(Buffer.from(encode(text)), Buffer.from(text), JSON.stringify(text.slice(0, 10)));
  }
});
