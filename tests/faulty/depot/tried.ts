import { Problem } from "../warehouse/exchange.ts";
import type { Rules } from "../warehouse/rules.ts";
import { refuse } from "./refuse.ts";

/** A value of a parameter that is as the document says at a pointer. */
export function tried<Value>(rules: Rules, pointer: string, value: Value): Value {
  try {
    rules(pointer, value);
    return value;
  } catch (error) {
    // What is wrong with a parameter is a 400, what is wrong with content a 422.
    if (error instanceof Problem) return refuse(400, error.message);
    throw error;
  }
}
