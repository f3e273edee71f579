import assert from "node:assert/strict";
import { test } from "node:test";
import { describeChanges } from "../../../../generator/cli/dev/describe-changes.ts";
import type { Change, Severity } from "../../../../generator/diff/change.ts";

const change = (severity: Severity, where: string, base?: string): Change => ({ rule: "a-rule", severity, where, message: "is gone", ...(base !== undefined && { base }) });
const described = (...changes: Change[]) => describeChanges(changes, { colour: false });

test("the first line says whom the changes break", () => {
  const firstLine = (...severities: Severity[]) => described(...severities.map((severity, index) => change(severity, String(index), String(index)))).split("\n")[0];
  assert.equal(firstLine("info"), "1 change, and no consumer breaks:");
  assert.equal(firstLine("warning", "info"), "2 changes, of which 1 may break consumers:");
  assert.equal(firstLine("breaking"), "1 change, of which 1 breaks consumers:");
  assert.equal(firstLine("breaking", "breaking", "warning"), "3 changes, of which 2 break consumers, and 1 may:");
  assert.equal(described(), "");
});

test("one change of a schema that many use is one line", () => {
  assert.equal(described(change("breaking", "GET /a", "/x"), change("breaking", "GET /b", "/x"), change("breaking", "GET /c", "/x")),
    "1 change, of which 1 breaks consumers:\n  breaking  GET /a is gone (and in 2 other places)  a-rule\n");
});

test("many changes are cut short, and none can steer the terminal", () => {
  const text = described(...Array.from({ length: 20 }, (_, index) => change("info", `\u001b[2J${index}`, String(index))));
  assert.match(text, / {2}… and 8 more\n$/);
  assert.equal(text.includes("\u001b"), false);
});
