import { typecheck, type CompileError } from "../support/typecheck.ts";
import type { Place } from "./places.ts";

/** The types that two generators made of one document, and what to compare of it. Theirs may be a reason why there are none. */
export type Pair = { document: string; ours: string; theirs: string | { failure: string }; places: readonly Place[] };

/** A place that the two see differently, and how the compiler puts it. */
export type Difference = { document: string; place: Place; what: "missing" | "to theirs" | "to ours" | "members"; message: string };

/**
 * Where the types differ. They agree where each is assignable to the other, and is so too with all members required:
 * `{}` and `{ a?: string }` are assignable to one another, and yet one of them has forgotten something.
 */
export async function compare(pairs: readonly Pair[]): Promise<Difference[]> {
  const files = new Map<string, string>();
  for (const { document, ours, theirs, places } of pairs) {
    files.set(`${document}/ours.ts`, ours);
    if (typeof theirs !== "string") continue;
    files.set(`${document}/theirs.ts`, theirs);
    files.set(`${document}/compare.ts`, [preamble, ...places.flatMap(checks), ""].join("\n"));
  }
  const errors = await typecheck(files);
  return pairs.flatMap((pair) => differencesOf(pair, errors));
}

function differencesOf({ document, theirs, places }: Pair, errors: readonly CompileError[]): Difference[] {
  const within = (name: string) => errors.filter(({ file }) => file === `${document}/${name}`);
  const [bug] = within("ours.ts");
  if (bug) throw new Error(`${bug.file} does not compile: ${bug.line}: ${bug.message}`);
  if (typeof theirs !== "string") return [{ document, place: everything, what: "missing", message: theirs.failure }];
  const [broken] = within("theirs.ts");
  if (broken) return [{ document, place: everything, what: "missing", message: `does not compile: ${broken.message}` }];
  const found = new Map(within("compare.ts").map(({ line, message }) => [line, message]));
  return places.flatMap((place, index) => differenceAt(document, place, index, found));
}

/** The place of what openapi-typescript cannot do at all. */
const everything: Place = { at: "everything", type: "", uses: new Set() };

const preamble = [
  'import type * as Ours from "./ours.ts";',
  'import type * as Theirs from "./theirs.ts";',
  "type Full<T> = T extends object ? { [K in keyof T]-?: Full<T[K]> } : T;",
  // openapi-typescript takes every header behind a $ref for required. Whether one is optional is not asked, therefore.
  'type Response<T> = T extends { headers: infer H } ? Omit<T, "headers"> & { headers: Partial<H> } : T;',
  "type Responses<T> = { [Status in keyof T]: Response<T[Status]> };",
].join("\n");

/** A line for each question, so that the line of an error says which place and which question. */
const questions = ["missing", "missing", "to theirs", "to ours", "members", "members"] as const;

function checks({ type }: Place, index: number): string[] {
  const [ours, theirs] = [`Ours${index}`, `Theirs${index}`];
  return [
    `type ${ours} = ${type.replace("M.", "Ours.")};`,
    `type ${theirs} = ${type.replace("M.", "Theirs.")};`,
    `export const a${index} = (value: ${ours}): ${theirs} => value;`,
    `export const b${index} = (value: ${theirs}): ${ours} => value;`,
    `export const c${index} = (value: Full<${ours}>): Full<${theirs}> => value;`,
    `export const d${index} = (value: Full<${theirs}>): Full<${ours}> => value;`,
  ];
}

function differenceAt(document: string, place: Place, index: number, errors: ReadonlyMap<number, string>): Difference[] {
  const first = preamble.split("\n").length + 1 + index * questions.length;
  const asked = questions.findIndex((_, question) => errors.has(first + question));
  const what = questions[asked];
  return what === undefined ? [] : [{ document, place, what, message: errors.get(first + asked) ?? "" }];
}
