import assert from "node:assert/strict";
import { test } from "node:test";
import { progressLine } from "../../../../generator/cli/test/progress-line.ts";
import type { Progress } from "../../../../generator/contract/tester/test-options.ts";

function shownOf(isTerminal: boolean, all: readonly Progress[]): string[] {
  const written: string[] = [];
  const { show, clear } = progressLine({ err: (text) => void written.push(text), colour: { out: false, err: isTerminal } });
  all.forEach(show);
  clear();
  return written;
}

const progress: Progress[] = [
  { phase: "coverage", requests: 12_345, findings: 1, operation: 231, operations: 1223 },
  { phase: "protocol", requests: 170_000, findings: 2_400, operations: 1223 },
];

test("on a terminal there is one line, which says how far a run is and is gone at its end", () => {
  assert.deepEqual(shownOf(true, progress), [
    "\r\u001b[Kcoverage, operation 231 of 1,223: 12,345 requests, 1 finding",
    "\r\u001b[Kprotocol: 170,000 requests, 2,400 findings",
    "\r\u001b[K",
  ]);
});

test("a line that is written again a moment later is not, and one is as short as a terminal", () => {
  const [first] = progress;
  assert.ok(first);
  const [line = "", ...others] = shownOf(true, [first, { ...first, requests: 12_346 }]);
  assert.deepEqual(others, ["\r\u001b[K"]);
  assert.ok(line.length < 80);
});

test("elsewhere there is a line for each phase", () => {
  assert.deepEqual(shownOf(false, [...progress, ...progress.slice(1)]), ["coverage …\n", "protocol …\n"]);
});
