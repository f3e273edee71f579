import type { Schema } from "../../model/schema.ts";
import type { Check } from "../../runtime/server/contract.ts";
import type { ValueJudge } from "./value-judge.ts";

/** Checks that are two validators at once, as long as these agree. */
export type Agreement = {
  /** Says also what is wrong, in the words of our own. */
  readonly explained: (schema: Schema) => Check;
  /** Says only whether anything is: what our own refuses, the other is not asked about. */
  readonly decided: (schema: Schema) => Check;
  /** What reading with these checks comes to; `undefined` where the two differed, so that each has to read for itself. */
  readonly during: <Value>(read: () => Value) => Value | undefined;
};

/** Makes checks of two validators. What is read depends on what a check accepts, and so it is the same for both where they agree. */
export function agreement({ own, independent }: Pick<ValueJudge, "own" | "independent">): Agreement {
  let isOne = true;
  return {
    explained: (schema) => {
      const [mine, other] = [own(schema), independent(schema)];
      const is = (value: unknown) => {
        const isValid = mine.is(value);
        if (other.is(value) !== isValid) isOne = false;
        return isValid;
      };
      return { is, violations: mine.violations };
    },
    decided: (schema) => {
      const [mine, other] = [own(schema), independent(schema)];
      const is = (value: unknown) => {
        const isValid = mine.is(value);
        if (isValid && !other.is(value)) isOne = false;
        return isValid;
      };
      return { is, violations: () => [{ path: "", schema: schema.at, keyword: "schema", message: "must be as the document has it" }] };
    },
    during: (read) => {
      isOne = true;
      const value = read();
      return isOne ? value : undefined;
    },
  };
}
