import { createContext, Script } from "node:vm";

/** What ajv asks of a regular expression. */
export type Pattern = { test(text: string): boolean };

/**
 * The matcher of a `pattern`. One that is no regular expression matches everything, and so does, from then on, one that took
 * too long: `^(a+)+$` takes exponential time on a text that does not match, and a document must not make us hang.
 */
export function safePattern(source: string): Pattern {
  const expression = compiled(source);
  if (expression === undefined) return { test: () => true };
  return mayBacktrack(source) ? interruptible(expression) : expression;
}

/** Whether a text is a regular expression at all. */
export function isPattern(source: string): boolean {
  return compiled(source) !== undefined;
}

// Patterns that only the older syntax allows (`\-`, `\_`) are common in real documents.
function compiled(source: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Whether two parts of a text can be taken by a repetition each, or a repetition stands inside another: else time is linear. */
function mayBacktrack(source: string): boolean {
  return (source.match(/[*+}]/g) ?? []).length > 1 || /\)[*+{]/.test(source);
}

/** Only V8's own watchdog, which `vm` gives access to, can stop a match that is under way. */
function interruptible(expression: RegExp): Pattern {
  let tooSlow = false;
  const test = (text: string): boolean => {
    if (tooSlow) return true;
    try {
      shared.expression = expression;
      shared.text = text;
      return script.runInContext(context, { timeout: MILLISECONDS }) === true;
    } catch {
      tooSlow = true;
      return true;
    }
  };
  return { test };
}

const shared = { expression: /(?:)/, text: "" };
const context = createContext(shared);
const script = new Script("expression.test(text)");
const MILLISECONDS = 200;
