import { claimsOf } from "./claims.js";
import type { Check, ParameterContract } from "./contract.js";
import { decodeForm } from "./decode-text.js";
import { didYouMean } from "./did-you-mean.js";
import type { RequestViolation } from "./problem.js";
import { nothingFound, scanPairs } from "./scan-pairs.js";
import { settle, simpleDefaults, type Gathered, type Values } from "./settle.js";
import { shapeReader } from "./shape-reader.js";
import { slotOf } from "./slot-of.js";

/** What is done with names that nobody takes; `knownQuery` are those that are none of the operation's parameters, but of its security. */
export type QueryOptions = { readonly unknownQuery: "refuse" | "ignore"; readonly knownQuery?: readonly string[] };

/** Reads the parameters of a query. Its texts are those of a form: percent-encoded, and `+` is a space (WHATWG URL §5.1). */
export function queryReader(parameters: readonly ParameterContract<Check>[], { unknownQuery, knownQuery = [] }: QueryOptions): (query: string, violations: RequestViolation[]) => Values {
  const slots = parameters.map((parameter) => slotOf(parameter, decodeForm));
  const claims = claimsOf(parameters.map(({ shape, content, ...parameter }) => ({ ...parameter, shape: shapeReader(content ? {} : shape) })));
  const known = new Set(knownQuery);
  const names = [...claims.names.keys()];
  const absent = simpleDefaults(parameters);
  return (query, violations) => {
    // Most operations have a query that need not be given, and most requests have none.
    if (query === "" && absent) return { ...absent };
    const gathered: Gathered = { values: {}, violations };
    const { own, members, unknown, malformed } = query === "" ? nothing : scanPairs(query, claims);
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index];
      if (slot) settle(gathered, slot, own[index], members[index]);
    }
    for (const name of malformed) violations.push(notKnown(name, "encoding", "must have a name in percent-encoded UTF-8"));
    if (unknownQuery === "ignore") return gathered.values;
    for (const name of unknown) if (!known.has(name)) violations.push(notKnown(name, "unknown", `is no parameter of this operation${hint(name, names)}`));
    return gathered.values;
  };
}

const nothing = nothingFound();

function hint(name: string, names: readonly string[]): string {
  const meant = didYouMean(name, names);
  return meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
}

/** A name can be as long as a query; nobody reads so much. */
function notKnown(name: string, keyword: string, message: string): RequestViolation {
  return { in: "query", name: name.slice(0, 100), path: "", schema: "", keyword, message };
}
