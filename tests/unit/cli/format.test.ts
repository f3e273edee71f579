import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../../../generator/diagnostics.ts";
import type { Diagnostic } from "../../../generator/diagnostics.ts";
import { abridge } from "../../../generator/cli/format/abridge.ts";
import { codeFrame } from "../../../generator/cli/format/code-frame.ts";
import { printFindings } from "../../../generator/cli/report.ts";
import type { Format } from "../../../generator/cli/report.ts";

const uri = "/api/spec/pets.yaml";
const text = "openapi: 3.1.1\ninfo:\n  title: Pets\n";
const sources = new Map([[uri, { uri, text }]]);

function print(diagnostics: Diagnostic[], format: Format, env: Record<string, string> = {}): Promise<string> {
  return printFindings({ diagnostics, sources }, { format, colour: false, io: { cwd: "/api", env } });
}

const untitled = diagnose("wrong-type", "No title.\nReally.", { uri, pointer: "/info/title" }, "Add one.");

test("stylish is the place, the lines it speaks of, and what to do", async () => {
  assert.equal(
    await print([untitled], "stylish"),
    `spec/pets.yaml:3:3  error  wrong-type  No title.
  Really.
  2 | info:
  3 |   title: Pets
    |   ^
  Add one.

1 error
`,
  );
});

test("github is an annotation, escaped as its runner reads it", async () => {
  const odd = diagnose("ignored", "100% a,b: c\r\nd", { uri: "/api/a,b:c.yaml", line: 1, column: 2 });
  assert.equal(await print([odd], "github"), "::warning file=a%2Cb%3Ac.yaml,line=1,col=2,title=ignored::100%25 a,b: c%0D%0Ad\n");
});

test("github names files from the root of the checkout, wherever the command was run", async () => {
  assert.match(await print([untitled], "github", { GITHUB_WORKSPACE: "/" }), /file=api\/spec\/pets\.yaml,line=3,col=3/);
});

test("json is an array, also of nothing, and holds every finding", async () => {
  assert.deepEqual(JSON.parse(await print([], "json")), []);
  const many = Array.from({ length: 30 }, (_, index) => diagnose("ignored", `Ignored ${index}`, { uri, line: 1, column: 1 }));
  assert.equal(JSON.parse(await print(many, "json")).length, 30);
  assert.deepEqual(JSON.parse(await print([untitled], "json")), [
    { file: "spec/pets.yaml", line: 3, column: 3, severity: "error", code: "wrong-type", message: "No title.\nReally.", help: "Add one.", pointer: "/info/title" },
  ]);
});

test("stylish and github print nothing for nothing", async () => {
  assert.deepEqual([await print([], "stylish"), await print([], "github")], ["", ""]);
});

test("findings come in the order of their places, and the same one once", async () => {
  const second = diagnose("ignored", "second", { uri, line: 2, column: 1 });
  const first = diagnose("ignored", "first", { uri, line: 1, column: 1 });
  const messages: string[] = JSON.parse(await print([second, first, second], "json")).map((row: { message: string }) => row.message);
  assert.deepEqual(messages, ["first", "second"]);
});

test("control characters of a document never reach the terminal", async () => {
  const nasty = "\u001b[31m\u0007\u009b\u202e\r";
  const source = { uri: `/api/${nasty}.yaml`, text: `x: ${nasty}\n` };
  const diagnostic = diagnose("ignored", nasty, { uri: source.uri, line: 1, column: 1 }, nasty);
  const io = { cwd: "/api", env: {} };
  for (const format of ["stylish", "github"] as const) {
    const printed = await printFindings(
      { diagnostics: [diagnostic], sources: new Map([[source.uri, source]]) },
      { format, colour: false, io },
    );
    assert.doesNotMatch(printed, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});

test("colour is there where it is wanted", async () => {
  const io = { cwd: "/api", env: {} };
  const printed = await printFindings({ diagnostics: [untitled], sources }, { format: "stylish", colour: true, io });
  assert.match(printed, /\u001b\[31merror\u001b\[0m/);
});

test("of more than 20 warnings with one code three are shown and the rest is counted; errors all are", async () => {
  const warnings = Array.from({ length: 21 }, (_, index) => diagnose("ignored", `w${index}`, { uri, line: 1, column: 1 }));
  const errors = Array.from({ length: 21 }, (_, index) => diagnose("wrong-type", `e${index}`, { uri, line: 1, column: 1 }));
  assert.deepEqual(abridge(warnings.slice(1)).hidden, []);
  const { shown, hidden } = abridge([...warnings, ...errors]);
  assert.equal(shown.length, 3 + 21);
  assert.deepEqual(hidden, [{ code: "ignored", count: 18 }]);
  assert.match(await print(warnings, "stylish"), /… and 18 more warnings ignored .*\n21 warnings\n$/);
});

test("a code frame shows the part of a long line that matters, with the caret below the column", () => {
  const long = `{"a":"${"x".repeat(5000)}","b":1}`;
  const column = long.indexOf('"b"') + 1;
  const [line = "", caret = ""] = codeFrame(long, { line: 1, column });
  assert.ok(line.length < 130);
  assert.equal(line.slice(caret.length - 1, caret.length + 2), '"b"');
});

test("a tab before the column does not move the caret", () => {
  assert.deepEqual(codeFrame("\ta: 1", { line: 1, column: 2 }), ["1 |  a: 1", "  |  ^"]);
});

test("a place beyond the text has no code frame", () => {
  assert.deepEqual(codeFrame("a\n", { line: 9, column: 1 }), []);
});
