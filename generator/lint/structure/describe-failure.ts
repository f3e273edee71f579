import type { Diagnostic, DiagnosticCode, Location } from "../../diagnostics.ts";
import { diagnose } from "../../diagnostics.ts";
import { isObject } from "../../json.ts";
import { didYouMean } from "../../load/suggest.ts";
import type { Failure, Problem } from "./failure.ts";
import { pointerOf } from "./failure.ts";
import { knownFields, requiredFields } from "./known-fields.ts";
import type { SchemaStore } from "./schema-store.ts";
import { either, listed, objectName, shown, withArticle } from "./wording.ts";

/** A failure in words: what is wrong, where, and what to do about it. */
export function describeFailure(failure: Failure, uri: string, store: SchemaStore): Diagnostic {
  const at: Location = { uri, pointer: pointerOf(failure.at) };
  const { code, message, help } = words(failure, store);
  return diagnose(code, message.charAt(0).toUpperCase() + message.slice(1), at, help);
}

type Words = { code: DiagnosticCode; message: string; help?: string };

function words(failure: Failure, store: SchemaStore): Words {
  const { problem, owner } = failure;
  const subject = nameOf(failure);
  switch (problem.kind) {
    case "type": return wrongType(subject, problem);
    case "value": return wrongValue(subject, problem);
    case "pattern": return { code: "wrong-value", message: patternMessage(subject, problem.pattern, problem.found) };
    case "limit": return { code: "wrong-value", message: limitMessage(subject, problem.keyword, problem.limit) };
    case "duplicate-items": return { code: "wrong-value", message: `${subject} lists something twice.` };
    case "missing": return missing(subject, owner, problem);
    case "unknown": return unknown(failure, problem, store);
    case "name": return { code: "wrong-value", message: nameMessage(problem.name, problem.failures) };
    case "never": return { code: "unexpected-field", message: `${subject} cannot stand beside the other fields here.` };
    case "not": return conflict(subject, problem);
    case "contains": return { code: "conflicting-fields", message: `${subject} may hold only one \`in: querystring\`, not ${problem.count}.` };
    case "choice": return choice(subject, problem);
    default: return problem satisfies never;
  }
}

function wrongType(subject: string, problem: Extract<Problem, { kind: "type" }>): Words {
  return { code: "wrong-type", message: `${subject} must be ${either(problem.expected.map(withArticle))}, not ${shown(problem.found)}.` };
}

function wrongValue(subject: string, problem: Extract<Problem, { kind: "value" }>): Words {
  const words = problem.allowed.filter((each) => typeof each === "string");
  const meant = typeof problem.found === "string" ? didYouMean(problem.found, words) : undefined;
  const message = `${subject} must be ${either(problem.allowed.map(shown))}, not ${shown(problem.found)}.`;
  return { code: "wrong-value", message: meant === undefined ? message : `${message} Did you mean "${meant}"?` };
}

function missing(subject: string, owner: string, problem: Extract<Problem, { kind: "missing" }>): Words {
  const near = didYouMean(problem.field, Object.keys(problem.in));
  const message = `${owner === "" ? subject : objectName(owner)} needs the field \`${problem.field}\`.`;
  return { code: "missing-field", message, ...(near !== undefined && { help: `Is \`${near}\` meant to be \`${problem.field}\`?` }) };
}

function unknown(failure: Failure, problem: Extract<Problem, { kind: "unknown" }>, store: SchemaStore): Words {
  const name = objectName(failure.owner);
  const special = nameRules[name];
  if (special !== undefined) return { code: "unexpected-field", message: `\`${problem.field}\` cannot stand in ${name}. ${special}` };
  const known = knownFields(problem.schema, store);
  if (known.has(problem.field)) {
    const object = name.replace(/^(the|an?) /, "");
    return { code: "unexpected-field", message: `\`${problem.field}\` does not go with the other fields of this ${object}.` };
  }
  const near = didYouMean(problem.field, [...known].filter((field) => !Object.hasOwn(problem.in, field)));
  const help = near === undefined ? "Remove it, or give it a name that begins with `x-`." : undefined;
  const message = `${name} has no field \`${problem.field}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`;
  return { code: "unexpected-field", message, ...(help !== undefined && { help }) };
}

/** Objects whose fields have names by a rule and not by a list. */
const nameRules: Readonly<Record<string, string>> = {
  "the Paths Object": "A path begins with `/`.",
  "the Responses Object": 'A response is named by its status code ("200"), a range ("4XX") or "default".',
};

function conflict(subject: string, problem: Extract<Problem, { kind: "not" }>): Words {
  const fields = requiredFields(problem.schema);
  if (fields.length > 1) return { code: "conflicting-fields", message: `${listed(fields)} cannot stand together.` };
  if (fields.length === 1) return { code: "conflicting-fields", message: `${listed(fields)} does not go with the other fields here.` };
  if (isObject(problem.schema) && Array.isArray(problem.schema.allOf) && Array.isArray(problem.found)) {
    return { code: "conflicting-fields", message: `${subject} mix \`in: query\` with \`in: querystring\`, which takes the whole query.` };
  }
  if (isObject(problem.schema) && Array.isArray(problem.schema.enum)) {
    return { code: "wrong-value", message: `${subject} cannot be ${shown(problem.found)}: that method has a field of its own.` };
  }
  return { code: "wrong-value", message: `${subject} cannot be ${shown(problem.found)}.` };
}

function choice(subject: string, problem: Extract<Problem, { kind: "choice" }>): Words {
  const fields = problem.schemas.map(requiredFields);
  const isOfFields = fields.every((each) => each.length > 0);
  const matching = fields.filter((_, index) => problem.branches[index]?.length === 0).flat();
  if (!isOfFields) return { code: "wrong-value", message: `${subject} has none of the forms that are allowed here, or two at once.` };
  if (matching.length > 0) return { code: "conflicting-fields", message: `${listed(matching)} cannot stand together.` };
  return { code: "missing-field", message: `${subject} needs ${either(fields.flat().map((field) => `\`${field}\``))}.` };
}

function nameMessage(name: string, failures: readonly Failure[]): string {
  const [first] = failures;
  if (first?.problem.kind === "not") return `"${name}" is a method with a field of its own; write it in lower case, outside additionalOperations.`;
  if (first?.problem.kind === "pattern") return `The name ${patternMessage(`"${name}"`, first.problem.pattern, undefined)}`;
  return `The name "${name}" is not allowed here.`;
}

function patternMessage(subject: string, pattern: string, found: string | undefined): string {
  const rule = patternRules[pattern] ?? `must match ${pattern}`;
  return `${subject} ${rule}${found === undefined ? "" : `, not ${shown(found)}`}.`;
}

/** What the patterns of the official schemas mean. */
const patternRules: Readonly<Record<string, string>> = {
  "^[a-zA-Z0-9._-]+$": "may only have letters, digits, `.`, `-` and `_`",
  "^[0-9A-Za-z!#$%&'*+.^_`|~-]+$": "must be a token of HTTP: letters, digits and a few signs, no spaces",
  "^[^#]*$": "must not have a fragment (`#`)",
  "^[^{}]+$": "must not have braces",
  "^\\/": "must begin with `/`",
  "^[^#]*#?$": "must not have a fragment (`#`)",
  "^3\\.0\\.\\d(-.+)?$": 'must be a version such as "3.0.4"',
  "^3\\.1\\.\\d+(-.+)?$": 'must be a version such as "3.1.1"',
  "^3\\.2\\.[0-9]+(-.+)?$": 'must be a version such as "3.2.0"',
};

function limitMessage(subject: string, keyword: string, limit: number): string {
  switch (keyword) {
    case "minItems": return `${subject} needs at least ${limit === 1 ? "one item" : `${limit} items`}.`;
    case "minProperties": return `${subject} needs at least ${limit === 1 ? "one field" : `${limit} fields`}.`;
    case "maxProperties": return `${subject} may have ${limit === 1 ? "only one field" : `at most ${limit} fields`}.`;
    case "exclusiveMinimum": return `${subject} must be greater than ${limit}.`;
    default: return `${subject} must be at least ${limit}.`;
  }
}

/** What a message is about: the field by its name, or the object by what it is. */
function nameOf(failure: Failure): string {
  if (failure.at === undefined) return "The document";
  return /^\d+$/.test(failure.at.token) ? "This item" : `\`${failure.at.token}\``;
}
