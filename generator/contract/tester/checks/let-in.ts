import { isObject, type Json, pointerTokens, valueAt } from "../../../json.ts";
import type { Violation } from "../../../runtime/validate/violation.ts";

/** What a server has accepted although the document refuses it. It comes back wherever the server shows what it keeps, which is the same defect. */
export type LetIn = {
  /** Takes down what is wrong with a body that was accepted. */
  readonly note: (faults: readonly Pick<Violation, "path" | "keyword" | "message">[], body: Json) => void;
  /** Whether what is wrong in an answer is what was let in: the same value under the same name, all members of an object, or the same member that is missing or too many. */
  readonly comesBack: (fault: Violation, body: unknown) => boolean;
};

/** Nothing has been let in yet. */
export function letIn(): LetIn {
  const members = new Set<string>();
  const values = new Set<string>();
  const objects = new Map<string, readonly (readonly [string, string])[]>();
  return {
    note: (faults, body) => {
      for (const { path, keyword, message } of faults) {
        const value = valueAt(body, path);
        if (ofMembers.has(keyword)) members.add(`${keyword} ${message}`);
        else values.add(`${nameIn(path)} ${textOf(value)}`);
        if (isObject(value)) objects.set(textOf(value), entriesOf(value));
      }
    },
    comesBack: ({ path, keyword, message }, body) => {
      if (members.size + values.size + objects.size === 0) return false;
      if (ofMembers.has(keyword)) return members.has(`${keyword} ${message}`);
      const value = partAt(body, path);
      if (values.has(`${nameIn(path)} ${textOf(value)}`)) return true;
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      const shown = new Map(entriesOf(value));
      return [...objects.values()].some((kept) => kept.length > 0 && kept.every(([name, text]) => shown.get(name) === text));
    },
  };
}

/** Their message names the member; the object that lacks it, or has it, has got others since. */
const ofMembers: ReadonlySet<string> = new Set(["required", "dependentRequired", "additionalProperties", "unevaluatedProperties", "propertyNames"]);

/** The member that a place is in, or in a list of: `tags` of `/rows/3/tags/0`. */
function nameIn(path: string): string {
  return pointerTokens(path).findLast((token) => !/^\d+$/.test(token)) ?? "";
}

/** As `valueAt` does it, in what was read of an answer, which may hold more than JSON does. */
function partAt(body: unknown, path: string): unknown {
  let value = body;
  for (const token of pointerTokens(path)) value = typeof value === "object" && value !== null ? new Map<string, unknown>(Object.entries(value)).get(token) : undefined;
  return value;
}

function entriesOf(value: object): (readonly [string, string])[] {
  return Object.entries(value).map(([name, member]: [string, unknown]) => [name, textOf(member)] as const);
}

/** Integers beyond 2^53 are exact in what was read: they are compared by what they would be as numbers. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? Number(member) : member)) ?? "";
}
