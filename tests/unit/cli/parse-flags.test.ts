import assert from "node:assert/strict";
import { test } from "node:test";
import type { Flags } from "../../../generator/cli/command.ts";
import { parseFlags } from "../../../generator/cli/parse-flags.ts";

const flags = {
  out: { type: "string", short: "o", value: "DIR", help: "Folder" },
  check: { type: "boolean", help: "Check" },
  format: { type: "string", value: "FORMAT", choices: ["stylish", "json"], help: "Format" },
} as const satisfies Flags;

test("flags may stand before, after and between the arguments, with a space or with =", () => {
  const { values, positionals } = parseFlags(["--format=json", "a.yaml", "-o", "dir", "--check"], flags);
  assert.deepEqual(positionals, ["a.yaml"]);
  assert.deepEqual(values, { out: "dir", check: true, format: "json" });
});

test("a flag that may be given several times has all its values, and none where it is not given", () => {
  const several = { header: { type: "strings", short: "H", value: "HEADER", help: "Header" } } as const satisfies Flags;
  assert.deepEqual(parseFlags(["-H", "a: 1", "--header=b: 2"], several).values, { header: ["a: 1", "b: 2"] });
  assert.deepEqual(parseFlags([], several).values, { header: [] });
});

test("what is not given is false, or not there", () => {
  assert.deepEqual(parseFlags([], flags).values, { out: undefined, check: false, format: undefined });
});

test("a lone dash is a value and an argument", () => {
  const { values, positionals } = parseFlags(["-", "--out", "-"], flags);
  assert.deepEqual([positionals, values["out"]], [["-"], "-"]);
});

test("after -- everything is an argument", () => {
  assert.deepEqual(parseFlags(["--", "--check"], flags).positionals, ["--check"]);
});

for (const { argv, says } of [
  { argv: ["--chekc"], says: 'Unknown flag --chekc. Did you mean "--check"?' },
  { argv: ["--nothing-like-it"], says: "Unknown flag --nothing-like-it." },
  { argv: ["--constructor"], says: "Unknown flag --constructor." },
  { argv: ["-x"], says: "Unknown flag -x." },
  { argv: ["--out"], says: "--out needs a value: --out DIR" },
  { argv: ["--out="], says: "--out needs a value: --out DIR" },
  { argv: ["--out", "--check"], says: "--out needs a value: --out DIR" },
  { argv: ["--check=yes"], says: "--check takes no value." },
  { argv: ["--format", "jsno"], says: '--format cannot be "jsno". Did you mean "json"?' },
]) {
  test(`${argv.join(" ")} is refused: ${says}`, () => {
    assert.throws(() => parseFlags(argv, flags), { message: says });
  });
}
