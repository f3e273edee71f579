import { block, code, type Printable } from "../../print/printable.ts";
import { all, type Condition, not } from "./condition.ts";
import { lengthOfCondition, printCondition } from "./print-condition.ts";

/**
 * A step of a function that says whether a value fits: what must be true, else it returns false; a choice among several by the value of
 * an expression; code that returns false itself; or the constant that the next steps look at.
 */
export type Statement =
  | { kind: "require"; condition: Condition }
  | { kind: "choose"; on: Printable; cases: readonly Case[]; otherwise: Condition }
  | { kind: "code"; code: Printable };

/** `case "cat": case "kitten":` and what must be true then. */
export type Case = { labels: readonly Printable[]; condition: Condition };

/** A step that asks for something. */
export function require(condition: Condition): Statement {
  return { kind: "require", condition };
}

/** What all of some steps ask for, where they do nothing else. */
export function conditionOfAll(statements: readonly Statement[]): Condition | undefined {
  const conditions = statements.map((statement) => (statement.kind === "require" ? statement.condition : undefined));
  return conditions.every((condition) => condition !== undefined) ? all(conditions) : undefined;
}

/** The lines of a function's body: what the last step asks for is the answer. */
export function printBody(statements: readonly Statement[]): Printable[] {
  const steps = merged(statements);
  const last = steps.at(-1);
  const before = steps.slice(0, -1).map(printStatement);
  if (last === undefined) return ["return true;"];
  if (last.kind === "require") return [...before, code`return ${printCondition(last.condition)};`];
  if (last.kind === "choose") return [...before, printChoice(last, true)];
  return [...before, printStatement(last), "return true;"];
}

/** The lines of steps in the midst of a function. */
export function printSteps(statements: readonly Statement[]): Printable[] {
  return merged(statements).map(printStatement);
}

/** `if (name === undefined) return false;` */
function printStatement(statement: Statement): Printable {
  switch (statement.kind) {
    case "require": {
      const contrary = not(statement.condition);
      return contrary.kind === "constant" ? "return false;" : code`if (${printCondition(contrary)}) return false;`;
    }
    case "choose":
      return printChoice(statement, false);
    case "code":
      return statement.code;
    default:
      return statement satisfies never;
  }
}

/** Without what is true anyway, with one line for what fits on one, and nothing behind what is never true. */
function merged(statements: readonly Statement[]): Statement[] {
  const steps: Statement[] = [];
  for (const statement of statements) {
    const last = steps.at(-1);
    if (statement.kind !== "require") {
      steps.push(statement);
      continue;
    }
    const { condition } = statement;
    if (condition.kind === "constant" && condition.value) continue;
    if (last?.kind === "require" && lengthOfCondition(last.condition) + lengthOfCondition(condition) <= 90) steps[steps.length - 1] = require(all([last.condition, condition]));
    else steps.push(statement);
    if (condition.kind === "constant") break;
  }
  return steps;
}

function printChoice({ on, cases, otherwise }: Statement & { kind: "choose" }, isLast: boolean): Printable {
  const step = (condition: Condition): Printable[] => {
    if (isLast) return [code`return ${printCondition(condition)};`];
    const line = printStatement(require(condition));
    return condition.kind !== "constant" ? [line, "break;"] : condition.value ? ["break;"] : [line];
  };
  const lines = cases.map(({ labels, condition }) => [labels.map((label, index) => [index === 0 ? "" : "\n", "case ", label, ":"]), { indented: step(condition).map((line) => ["\n", line]) }]);
  const rest: Printable = ["default:", { indented: step(otherwise).map((line) => ["\n", line]) }];
  return code`switch (${on}) ${block([...lines, rest])}`;
}
