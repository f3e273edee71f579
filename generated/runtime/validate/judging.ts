import type { Evaluated } from "./evaluated.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";
import type { Violation } from "./violation.js";

/** Says whether a value fits a schema. Where it does, what the schema has looked at of it is added to `evaluated`. */
export type Judge = (schema: SchemaData, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated) => boolean;

/** Where in the value and in the document the judging is. */
export type Spot = {
  readonly path: string;
  readonly schema: string;
  /** How many steps `path` has. */
  readonly depth: number;
  /** The schemas that references have led through since the last step into the value. */
  readonly chain?: Chain | undefined;
};

/** `dispatched`: the schema's discriminator has been followed; who comes back to the schema wants the rest of it. */
export type Chain = { readonly schema: SchemaObject; readonly dispatched: boolean; readonly length: number; readonly before: Chain | undefined };

/** What one judging shares. */
export type Run = {
  readonly judge: Judge;
  /** Where violations are put. Without it only the verdict is wanted, and the first violation decides it. */
  readonly found?: Found | undefined;
  /** What is known of schemas and values already, where one value may be judged by one schema again and again. */
  readonly memory?: Memory | undefined;
  /** How many unions around here are being explained by trying what each branch would say. */
  readonly guesses: number;
  /** Nobody will ask where anything is: places are not put into words. */
  readonly silent?: true;
};

export type Found = {
  readonly violations: Violation[];
  readonly limit: number;
  /** Paths at which a schema has said already what it has to say. */
  readonly explained: Map<SchemaObject, Set<string>>;
};

export type Memory = Map<SchemaObject, Map<object, Remembered>>;

export type Remembered = { readonly fits: boolean; readonly evaluated?: Evaluated | undefined };

/** Notes a violation where violations are wanted. Always `false`, the verdict. */
export function violate(run: Run, spot: Spot, keyword: string, message: string): false {
  const { found } = run;
  if (found !== undefined && found.violations.length < found.limit) found.violations.push({ path: spot.path, schema: spot.schema, keyword, message });
  return false;
}

/** Whether there is nothing more to find out once something does not fit. */
export function isDecided({ found }: Run): boolean {
  return found === undefined || found.violations.length >= found.limit;
}

/** A run for the verdict alone. */
export function trial(run: Run): Run {
  return run.found === undefined ? run : { ...run, found: undefined };
}

/** A run inside which it is remembered what came out: for keywords with which a value is judged more than once. */
export function remembering(run: Run): Run {
  return run.memory === undefined ? { ...run, memory: new Map() } : run;
}

/** A run that collects violations for itself. */
export function collecting(run: Run, limit: number): Run & { readonly found: Found } {
  return { ...run, found: { violations: [], limit, explained: new Map() } };
}

/** A member of the value, judged by a schema further in: that of a keyword, or the one that it has under a name. */
export function inside(run: Run, spot: Spot, member: string | number, keyword: string, name?: string | number): Spot {
  if (spot.depth >= deepest) throw new TooDeep(spot);
  if (run.silent) return { path: "", schema: "", depth: spot.depth + 1 };
  return { path: `${spot.path}/${tokenOf(member)}`, schema: placeIn(spot, keyword, name), depth: spot.depth + 1 };
}

/** The same value, judged by a schema further in. */
export function beside(run: Run, spot: Spot, keyword: string, name?: string | number): Spot {
  return run.silent ? spot : { ...spot, schema: placeIn(spot, keyword, name) };
}

function placeIn({ schema }: Spot, keyword: string, name: string | number | undefined): string {
  return name === undefined ? `${schema}/${keyword}` : `${schema}/${keyword}/${tokenOf(name)}`;
}

function tokenOf(name: string | number): string {
  return typeof name === "number" ? String(name) : pointerToken(name);
}

/** One step of a JSON Pointer (RFC 6901 §3). Of a name as long as a text, the beginning. */
export function pointerToken(name: string): string {
  const short = name.length > 256 ? `${name.slice(0, 256)}…` : name;
  return short.includes("~") || short.includes("/") ? short.replace(/~/g, "~0").replace(/\//g, "~1") : short;
}

/** Levels that a value may nest where schemas are recursive, so that nobody's stack ends. */
export const deepest = 512;

/** Ends a judging that went too deep. */
export class TooDeep {
  readonly spot: Spot;
  constructor(spot: Spot) {
    this.spot = spot;
  }
}
