import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../generator/contract/tester/finding.ts";
import { kinds } from "./mutant.ts";
import { missed } from "./missed.ts";
import { seeds } from "../support/seeds.ts";
import { untilFirstFinding } from "../support/until-first-finding.ts";
import { loadSubjects, testSubject } from "./subjects.ts";
import { operationsOf, verdictOn } from "./try-mutant.ts";

const { warehouse, observatory, agency, depot, contract } = await loadSubjects();
const first = Number(process.env["MUTANTS"] ?? 0);

for (const subject of [warehouse, observatory, agency, depot, contract]) {
  for (const seed of seeds) {
    test(`nothing is said of the correct server of the ${subject.name}, seed ${seed}`, async () => {
      const { findings, requests, stopped } = await testSubject(subject, undefined, { seed });
      assert.deepEqual(findings.map(told), []);
      assert.equal(stopped, undefined);
      assert.ok(requests > 100, `${requests} requests`);
    });
  }

  // All of them are tested by `npm run bench -- kill-rate`, and others, as many as these, by `MUTANTS=1 npm test`.
  for (const kind of kinds) {
    for (const mutant of (subject.mutants[kind] ?? []).filter((_, index) => index % 16 === first)) {
      const todo = missed.has(`${kind}: ${mutant.name}`) ? "not found yet" : false;
      test(`${subject.name}, ${kind}: ${mutant.name}: is found`, { todo }, async () => {
        const operations = operationsOf(mutant);
        const begun = await testSubject(subject, mutant.fault, { operations, ...untilFirstFinding() });
        const isFound = verdictOn(mutant, begun).expected.length > 0;
        const report = isFound ? begun : await testSubject(subject, mutant.fault, { operations });
        assert.ok(verdictOn(mutant, report).expected.length > 0, JSON.stringify(report.findings.map(told)));
      });
    }
  }
}

test("mutants have names of their own, and are many", () => {
  const names = [warehouse, observatory, agency, depot, contract].map((subject) => kinds.flatMap((kind) => (subject.mutants[kind] ?? []).map(({ name }) => `${kind}: ${name}`)));
  for (const list of names) assert.deepEqual(list.filter((name, index) => list.indexOf(name) !== index), []);
  assert.ok(names.flat().length >= 400, `${names.flat().length}`);
});

function told({ code, operation, message }: Finding): string {
  return `${code} ${operation}: ${message}`;
}
