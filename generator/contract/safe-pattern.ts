import { createContext, Script } from "node:vm";

/** What ajv asks of a regular expression. */
export type Pattern = { test(text: string): boolean };

/**
 * The matcher of a `pattern`. One that is no regular expression matches everything: load/ and the linter report it.
 * One with a repeated group can take exponential time on a text that does not match (`^(a+)+$`), and is given up after a moment.
 */
export function safePattern(source: string): Pattern {
  const expression = compiled(source, "u") ?? compiled(source, "");
  if (expression === undefined) return { test: () => true };
  // Only a group that repeats can be slow beyond the square of the length.
  return /\)\s*[*+{]/.test(source) ? { test: (text) => testInTime(expression, text) } : expression;
}

// Patterns that only the older syntax allows (`\-`, `\_`) are common in real documents.
function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

const script = new Script("expression.test(text)");
const MILLISECONDS = 200;

function testInTime(expression: RegExp, text: string): boolean {
  try {
    return script.runInContext(createContext({ expression, text }), { timeout: MILLISECONDS }) === true;
  } catch {
    return true;
  }
}
