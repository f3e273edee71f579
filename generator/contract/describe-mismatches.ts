import type { ErrorObject } from "ajv";

/** One way in which a value does not fit: `{ keyword: "type", pointer: "/cluster/name", message: "must be string, not 5" }`. */
export type Mismatch = { keyword: string; pointer: string; message: string };

/** The first few of ajv's errors in words; of a union the one branch that the value comes nearest to, or the union as a whole. */
export function describeMismatches(errors: readonly ErrorObject[]): Mismatch[] {
  return chosen(errors).slice(0, MOST).map((error) => ({ keyword: error.keyword, pointer: error.instancePath, message: messageOf(error) }));
}

const MOST = 3;

/** ajv lists what each branch of a union says, and the union behind them. */
function chosen(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    // What `then` or `else` asks for has been said.
    if (error.keyword === "if") continue;
    const last = kept.at(-1);
    // A value of a wrong type fails the rest only because of that.
    if (last?.keyword === "type" && last.instancePath === error.instancePath && !isUnion(error)) continue;
    kept.push(isUnion(error) ? nearestBranch(error, takeBranches(kept, error.instancePath)) : error);
  }
  return kept;
}

function isUnion({ keyword }: ErrorObject): boolean {
  return keyword === "anyOf" || keyword === "oneOf";
}

function takeBranches(kept: ErrorObject[], place: string): ErrorObject[] {
  let start = kept.length;
  while (start > 0 && kept[start - 1]?.instancePath.startsWith(place)) start--;
  return kept.splice(start);
}

/** The error that lies deepest, where a branch got that far into the value. */
function nearestBranch(union: ErrorObject, branches: readonly ErrorObject[]): ErrorObject {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  return branches.reduce((best, each) => (depth(each) > depth(best) ? each : best), union);
}

function messageOf({ keyword, params, message, data }: ErrorObject): string {
  switch (keyword) {
    case "additionalProperties": return `has the property ${JSON.stringify(params["additionalProperty"])}, which its schema does not allow`;
    case "unevaluatedProperties": return `has the property ${JSON.stringify(params["unevaluatedProperty"])}, which its schema does not allow`;
    case "required": return `lacks the property ${JSON.stringify(params["missingProperty"])}`;
    case "type": return `must be ${[params["type"]].flat().join(" or ")}, not ${shown(data)}`;
    case "enum": return `must be one of ${shown(params["allowedValues"])}, not ${shown(data)}`;
    case "const": return `must be ${shown(params["allowedValue"])}, not ${shown(data)}`;
    case "pattern": return `must match ${params["pattern"]}, and ${shown(data)} does not`;
    case "format": return `must have the format ${params["format"]}, and ${shown(data)} does not`;
    case "anyOf": return "fits none of the schemas of its anyOf";
    case "oneOf": return params["passingSchemas"] === null ? "fits none of the schemas of its oneOf" : "fits more than one schema of its oneOf";
    default: return message ?? `does not satisfy \`${keyword}\``;
  }
}

/** A value as a short text of JSON. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
