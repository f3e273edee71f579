import { Environment } from "@marcbachmann/cel-js";
import { isSlowPattern } from "../../runtime/validate/slow-pattern.ts";
import { rulePatterns } from "./rule-patterns.ts";
import type { RuleScope } from "./rule-scope.ts";

/**
 * What a rule says of an exchange. `unsaid`: it cannot be evaluated there, for instance because it asks for a member that is not there
 * without `has()`; an error is neither true nor false in CEL ("Evaluation"), so nothing is broken.
 */
export type Verdict = "holds" | "broken" | "unsaid";

export type CompiledRule = { readonly kind: "rule"; readonly judge: (scope: RuleScope) => Verdict } | { readonly kind: "problem"; readonly message: string };

/** Compiles an expression in CEL (https://cel.dev) over `body`, `headers`, `status` and `request`, or says why it is none. */
export function compileRule(expression: string): CompiledRule {
  const problem = (message: string): CompiledRule => ({ kind: "problem", message });
  const { valid, type, error } = environment.check(expression);
  if (!valid) return problem(firstLine(error));
  if (type !== "bool" && type !== "dyn") return problem(`gives ${type ?? "nothing"}, and must say true or false`);
  const evaluate = environment.parse(expression);
  const patterns = rulePatterns(evaluate.ast);
  if (patterns.includes(undefined)) return problem("matches a pattern that is not written in it");
  const slow = patterns.find((pattern) => pattern !== undefined && isSlowPattern(pattern));
  if (slow !== undefined) return problem(`matches the pattern ${JSON.stringify(slow)}, which can take very long`);
  return { kind: "rule", judge: (scope) => verdictOf(() => evaluate(scope)) };
}

const environment = createEnvironment();

/** Numbers of JSON are doubles (CEL "JSON Data Conversion"), and literals such as `1` are not: here, each can be reckoned with the other. */
function createEnvironment(): Environment {
  const created = new Environment({ homogeneousAggregateLiterals: false, limits: { maxAstNodes: 2000, maxDepth: 60 } });
  for (const name of ["body", "headers", "status", "request"]) created.registerVariable(name, "dyn");
  const operators: Record<string, (one: number, other: number) => number> = {
    "+": (one, other) => one + other,
    "-": (one, other) => one - other,
    "*": (one, other) => one * other,
    "/": (one, other) => one / other,
    "%": (one, other) => one % other,
  };
  for (const [sign, reckon] of Object.entries(operators)) {
    const reckoned = (one: unknown, other: unknown) => reckon(Number(one), Number(other));
    created.registerOperator(`int ${sign} double`, reckoned);
    created.registerOperator(`double ${sign} int`, reckoned);
  }
  created.registerOperator("double % double", (one: unknown, other: unknown) => Number(one) % Number(other));
  return created;
}

function verdictOf(evaluate: () => unknown): Verdict {
  try {
    const value = evaluate();
    return value === true ? "holds" : value === false ? "broken" : "unsaid";
  } catch {
    return "unsaid";
  }
}

function firstLine(error: Error | undefined): string {
  return error?.message.split("\n", 1).join("") ?? "is no expression";
}
