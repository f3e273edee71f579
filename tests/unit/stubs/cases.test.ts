import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lostLines } from "./kept-lines.ts";
import { apiOf, filesIn, said, stepFiles, stubsCases, written } from "./stubs-case.ts";

const api = await apiOf({ path: join(import.meta.dirname, "openapi.yaml") });
const cases = stubsCases();

/** Where a line is broken up, since what it holds gets more members; all that stood on it is still there, in its order. */
const brokenUp: Record<string, RegExp> = {
  "one-line-object": /^export const handlers = \{ ping/,
  "one-line-inner": /^ {2}(pets|users): \{/,
  "empty-object": /= \{\} satisfies/,
  "string-names": /"pets": \{/,
  "spread-of-an-object": /pets: \{ \.\.\.reading \}/,
  "unseen-namespace": /= \{ pets, users/,
  "class-per-namespace": /^class Users/,
  "three-files": /class Users/,
  "removed": /users: \{ get/,
  "members-on-brace-lines": /list\(request, reply\)/,
};

for (const { name, folder } of cases) {
  const before = filesIn(join(folder, "before"));
  const expected = filesIn(join(folder, "after"));

  test(`${name} becomes what it became, and says what it said`, () => {
    const stepped = stepFiles(before, api);
    const says = join(folder, "says.txt");
    assert.equal(said(stepped), existsSync(says) ? readFileSync(says, "utf8") : "");
    assert.deepEqual(Object.fromEntries(written(stepped)), Object.fromEntries(expected));
  });

  test(`${name}: every line of the person's is there, in its order`, () => {
    for (const [path, after] of expected) {
      const own = before.get(path) ?? "";
      // Names of types are added to the import of server.js.
      const lost = lostLines(own, after).filter((line) => !/from ['"].*\/server\.js['"]/.test(line) && brokenUp[name]?.test(line) !== true);
      assert.deepEqual(lost, [], path);
      assert.ok(isWithin(own, after), `${path}: a character is lost`);
    }
  });

  test(`${name}: a second run changes nothing`, () => {
    const again = stepFiles(new Map([...before, ...expected]), api);
    assert.deepEqual([...written(again).keys()], []);
    assert.deepEqual(again.missing, []);
  });
}

test("there are files enough to be nasty", () => {
  assert.ok(cases.length >= 25);
});

test("a file that is not there is written whole", () => {
  const { files } = stepFiles(new Map(), api);
  const [file] = files;
  assert.equal(file?.before, undefined);
  assert.equal(file?.text, filesIn(join(import.meta.dirname, "cases/empty-file/after")).get("handlers.ts"));
});

/** Whether a text can be had of another one by leaving characters out; space and marks of ours apart. */
function isWithin(text: string, other: string): boolean {
  const characters = text.replace(/^.*\/\/ Not in the document any more.*$/gm, "").replace(/\s/g, "");
  let found = 0;
  for (const character of other) if (character === characters[found]) found++;
  return found === characters.length;
}
