import { isObject, type Json, member } from "../../json.ts";
import type { Response } from "../../model/api.ts";
import type { Pointer } from "../../model/schema.ts";
import { compileRule, type CompiledRule } from "./compile-rule.ts";

/** A rule that a document states of a response: how its members go together. */
export type Rule = { readonly expression: string; readonly message: string; readonly at: Pointer; readonly compiled: CompiledRule };

/**
 * The rules that a response states as `x-rules`, a list of `{ rule, message }`. What is no such list counts as one rule with a problem.
 * They are compiled when they are first asked for.
 */
export function rulesOf(response: Pick<Response, "at" | "extensions">): readonly Rule[] {
  const ready = known.get(response) ?? read(response);
  known.set(response, ready);
  return ready;
}

const known = new WeakMap<Pick<Response, "at" | "extensions">, readonly Rule[]>();

function read({ at, extensions }: Pick<Response, "at" | "extensions">): Rule[] {
  const given = extensions.find(({ name }) => name === "x-rules")?.value;
  if (given === undefined) return [];
  const pointer = `${at}/x-rules`;
  if (!Array.isArray(given)) return [unreadable(pointer, "must be a list of { rule, message }")];
  return given.map((item, index) => readRule(item, `${pointer}/${index}`));
}

function readRule(item: Json, at: Pointer): Rule {
  const expression = isObject(item) ? member(item, "rule") : undefined;
  const message = isObject(item) ? member(item, "message") : undefined;
  if (typeof expression !== "string" || (message !== undefined && typeof message !== "string")) return unreadable(at, "must be { rule, message }, both of them texts");
  return { expression, message: message ?? expression, at, compiled: compileRule(expression) };
}

function unreadable(at: Pointer, message: string): Rule {
  return { expression: "", message: "", at, compiled: { kind: "problem", message } };
}
