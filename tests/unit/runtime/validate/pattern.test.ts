import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { linearPattern } from "../../../../generator/runtime/validate/linear-pattern.ts";
import { pattern } from "../../../../generator/runtime/validate/pattern.ts";
import { isSlowPattern } from "../../../../generator/runtime/validate/slow-pattern.ts";

test("patterns are slow whose repetitions can share a text in many ways", () => {
  const slow = [
    "^(a+)+$", "^(a|a)*$", "^(a|b|ab)*$", "^(a*b*)*$", "^((b?|c?)a)*$", "^(a{1,20}){1,20}$", "^([ab]{1,3})*$", "^((a?){1,3}b)*$", "^(.*)*\\d$",
    "\\s+$", "a*a*b", "^a*a*b", "^.+@.+\\..+$", "[a-z]+_[0-9]+", "(?<=a+)b", "^\\p{L}+\\p{Lu}+$", "^(\\w+\\s?)*$", "^(?:(?=a*b)a)*$", "(a*)\\1b",
  ];
  assert.deepEqual(slow.filter((source) => !isSlowPattern(source)), []);
});

test("patterns are not slow in which every character says where it belongs", () => {
  const fine = [
    "^[a-z]+(-[a-z0-9]+)*$", "^(a|b)*$", "^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$", "^(?=.*[A-Z])(?=.*\\d).{8,}$", "^([a-zA-Z0-9]+\\.)+[a-z]{2,}$", "^\\d{1,3}(,\\d{3})*$",
    "^[a-z]{1,63}[a-z]{1,63}$", "^\\p{L}+\\p{N}+$", "^(['\"]).*\\1$", "^(([01]?\\d\\d?|2[0-4]\\d|25[0-5])\\.){3}$", "^[A-Za-z0-9+/]*={0,2}$", "^\\w+( \\w+)*$",
    "[a-z]+", "^(.+)/([^/]+)$", "foo\\s*bar", "^https?://", "^$", "", ".*", "^refs/(heads|tags)/.*$", "^(", "a{,2}",
  ];
  assert.deepEqual(fine.filter(isSlowPattern), []);
});

// The first one alone would take V8 longer than the universe has existed.
test("a slow pattern is matched in linear time all the same", () => {
  for (const [source, text, expected] of [
    ["^(a+)+$", `${"a".repeat(50_000)}!`, false], ["^(a+)+$", "a".repeat(50_000), true], ["\\s+$", `${" ".repeat(50_000)}x`, false],
    ["^(a|aa)+$", `${"a".repeat(50_000)}b`, false], ["^(?=(a*)*$).", `${"a".repeat(50_000)}b`, false], ["(?<=x(a*)*)b", `${"a".repeat(50_000)}b`, false],
  ] as const) assert.equal(pattern(source).test(text), expected, source);
});

test("only the older syntax allows some patterns, and what is no pattern matches everything", () => {
  assert.equal(pattern("^[\\w\\-_]+\\_x$").test("a-b_x"), true);
  assert.equal(pattern("^\\-*\\-*b$").test("---b"), true);
  assert.equal(pattern("^[\\w-z]*[\\w-z]*!$").test("a-b!"), true);
  assert.equal(pattern("^(").test("anything"), true);
});

test("a reference to a group of a slow pattern takes any text, so that nothing that fits is refused", () => {
  assert.equal(linearPattern("^(a*)*-\\1$").test("aa-aa"), true);
  assert.equal(linearPattern("^(a*)*-\\1$").test("aa_aa"), false);
  assert.equal(linearPattern("^(?!(a*)-\\1$)").test("a-b"), true);
});

const atom = fc.constantFrom("a", "b", ".", "\\d", "\\w", "\\s", "\\W", "[ab]", "[^a]", "[a-c-]", "\\b", "\\B", "^", "$", "\\p{L}", "\\P{Lu}", "\\u{1f600}", "[^]", "[]", "\\n", "é", "\\x61", "😀", "-");
const { source: anyPattern } = fc.letrec<{ source: string }>((tie) => ({
  source: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc.tuple(tie("source"), tie("source")).map((parts) => parts.join("")),
    fc.tuple(tie("source"), tie("source")).map(([one, other]) => `(?:${one}|${other})`),
    fc.tuple(tie("source"), fc.constantFrom("*", "+", "?", "{2}", "{1,3}", "{0,2}?", "*?", "{2,}")).map(([part, quantifier]) => `(${part})${quantifier}`),
    fc.tuple(fc.constantFrom("?=", "?!", "?<=", "?<!"), tie("source")).map(([look, part]) => `(${look}${part})`),
  ),
}));
const characters = fc.array(fc.constantFrom("a", "b", "c", " ", "1", "_", "\n", "é", "A", "-", "😀", "\ud83d"), { maxLength: 8 }).map((parts) => parts.join(""));

test("linearPattern finds what RegExp finds", () => {
  fc.assert(fc.property(anyPattern, characters, (source, text) => {
    const expression = new RegExp(source, "u");
    // V8 looks for what has no width in the midst of a character too.
    const input = /\\[bB]|\(\?[<=!]/.test(source) ? text.replace(/😀|\ud83d/gu, "") : text;
    assert.equal(linearPattern(source).test(input), expression.test(input), JSON.stringify([source, input]));
  }), { numRuns: 3000 });
});
