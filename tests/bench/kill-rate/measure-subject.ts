import { pathToFileURL } from "node:url";
import { type Kind, kinds } from "../../faulty/mutant.ts";
import { loadSubjects, type Subject, testSubject } from "../../faulty/subjects.ts";
import { operationsOf, verdictOn } from "../../faulty/try-mutant.ts";
import { checkedByJestOpenapi } from "./jest-openapi.ts";
import { watchedByPrism } from "./prism-proxy.ts";
import { record } from "./recorded.ts";

/** What came of a faulty server: how many findings are of what is wrong with it, how many of something else, and whether others see it. */
export type Row = { readonly subject: string; readonly kind: Kind; readonly name: string; readonly on: string; readonly ours: number; readonly others: number; readonly prism: boolean; readonly jest: boolean };

/** What came of the correct server of a subject, as a row of a table, and of its faulty ones. */
export type Measured = { readonly correct: string; readonly rows: readonly Row[] };

/** How many runs the correct server gets. */
export const seeds = 20;

/** Measures a subject: all of its faulty servers, or of each kind every so manieth. */
export async function measureSubject(name: string, every: number): Promise<Measured> {
  const subject = Object.values(await loadSubjects()).find((each) => each.name === name);
  if (subject === undefined) throw new Error(`There is no subject ${name}`);
  return { correct: await correctRow(subject), rows: await rowsOf(subject, every) };
}

async function correctRow(subject: Subject): Promise<string> {
  const spent: number[] = [];
  let alarms = 0;
  let requests = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const start = process.cpuUsage();
    const report = await testSubject(subject, undefined, { seed });
    const { user, system } = process.cpuUsage(start);
    spent.push((user + system) / 1e6);
    alarms += report.findings.length;
    requests = report.requests;
  }
  const sorted = spent.toSorted((one, other) => one - other);
  return `| ${subject.name} | ${subject.api.operations.length} | ${requests} | ${(spent[0] ?? 0).toFixed(1)} | ${(sorted[seeds / 2] ?? 0).toFixed(1)} | ${alarms} |`;
}

async function rowsOf(subject: Subject, every: number): Promise<Row[]> {
  const rows: Row[] = [];
  const recorded = await record(subject);
  const prism = await watchedByPrism(subject, recorded);
  const jest = jestFor(subject, recorded);
  try {
    for (const kind of kinds) {
      for (const mutant of (subject.mutants[kind] ?? []).filter((_, index) => index % every === 0)) {
        const { expected, others } = verdictOn(mutant, await testSubject(subject, mutant.fault, { operations: operationsOf(mutant) }));
        rows.push({ subject: subject.name, kind, name: mutant.name, on: mutant.on, ours: expected.length, others: others.length, prism: await prism.finds(mutant), jest: (await jest?.finds(mutant)) ?? false });
      }
    }
  } finally {
    await prism.close();
  }
  return rows;
}

/** Nothing where it refuses the document, also as 3.0: it finds none of its faulty servers then. */
function jestFor(subject: Subject, recorded: Awaited<ReturnType<typeof record>>): ReturnType<typeof checkedByJestOpenapi> | undefined {
  try {
    return checkedByJestOpenapi(subject, recorded);
  } catch (error) {
    console.error(`jest-openapi cannot read the document of the ${subject.name}: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
    return undefined;
  }
}

// Each subject is measured by a process of its own, which tells by messages.
const [script = "", subject, every = "1"] = process.argv.slice(1);
if (import.meta.url === pathToFileURL(script).href && subject !== undefined) {
  process.send?.(await measureSubject(subject, Number(every)), () => process.disconnect());
}
