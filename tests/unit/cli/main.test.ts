import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { commands } from "../../../generator/cli/commands.ts";
import { printCommandTable } from "../../../generator/cli/help.ts";
import { version } from "../../../generator/cli/version.ts";
import { run } from "./run-main.ts";

const root = new URL("../../../", import.meta.url);

test("without a command the overview goes to stderr, and the exit code is 2", async () => {
  const { exit, out, err } = await run("/", []);
  assert.equal(exit, 2);
  assert.equal(out, "");
  assert.match(err, /specwright COMMAND/);
});

test("--help, -h and help are answered on stdout with 0, and list what is not hidden", async () => {
  for (const word of ["--help", "-h", "help"]) {
    const { exit, out } = await run("/", [word]);
    assert.equal(exit, 0);
    assert.match(out, /\n  generate +Write/);
    assert.doesNotMatch(out, /\n  start/);
  }
});

test("help generate and generate --help say the same, whatever else is on the line", async () => {
  const { out } = await run("/", ["help", "generate"]);
  assert.match(out, /--check +Write nothing/);
  assert.equal((await run("/", ["generate", "nope.yaml", "--help"])).out, out);
});

test("a mistyped command is asked after", async () => {
  const { exit, err } = await run("/", ["genrate"]);
  assert.equal(exit, 2);
  assert.match(err, /No command "genrate"\. Did you mean "generate"\?/);
});

test("a name of Object's prototype is no command", async () => {
  assert.equal((await run("/", ["constructor"])).exit, 2);
});

test("what the command line brings to the terminal cannot steer it", async () => {
  const { err } = await run("/", ["\u001b[2J"]);
  assert.match(err, /\\x1b\[2J/);
  assert.equal(err.includes("\u001b"), false);
});

test("a bug of ours exits with 3 and asks for a report; the stack is for --debug", async () => {
  const breaks = { stdin: () => Promise.reject(new TypeError("not a function")) };
  const quiet = await run("/", ["generate", "-"], breaks);
  assert.equal(quiet.exit, 3);
  assert.match(quiet.err, /A bug in Specwright .*: not a function\nPlease report it/);
  assert.doesNotMatch(quiet.err, /\n +at /);
  assert.match((await run("/", ["--debug", "generate", "-"], breaks)).err, /\n +at /);
});

test("--version is the version of the package", async () => {
  const { version: packaged } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  assert.equal((await run("/", ["--version"])).out, `${packaged}\n`);
  assert.equal(version, packaged);
});

test("the command table of README is the command line's own", async () => {
  const readme = await readFile(new URL("README.md", root), "utf8");
  const [, shown] = /<!-- commands -->\n([^]*?)\n<!-- \/commands -->/.exec(readme) ?? [];
  assert.equal(shown, printCommandTable(commands), "Put the table below between the marks in README.md");
});
