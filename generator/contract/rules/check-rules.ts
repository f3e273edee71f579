import type { Diagnostic } from "../../diagnostics.ts";
import { diagnose } from "../../diagnostics.ts";
import type { Document } from "../../load/document.ts";
import type { Api, Response } from "../../model/api.ts";
import { rulesOf } from "./rules-of.ts";

/** A warning for each rule of a response (`x-rules`) that no contract test can judge by. */
export function checkRules(document: Pick<Document, "at">, { operations, components, webhooks }: Pick<Api, "operations" | "components" | "webhooks">): Diagnostic[] {
  const all = [...operations, ...webhooks.flatMap((path) => path.operations)].flatMap(({ responses }) => responses);
  const byPlace = new Map<string, Response>([...components.responses, ...all].map((response) => [response.at, response]));
  return [...byPlace.values()].flatMap(rulesOf).flatMap(({ expression, at, compiled }) => {
    if (compiled.kind !== "problem") return [];
    const shown = expression === "" ? "This rule" : `The rule ${JSON.stringify(expression.length > 120 ? `${expression.slice(0, 120)}…` : expression)}`;
    return [diagnose("unusable-rule", `${shown} is not tested: ${compiled.message}.`, document.at(expression === "" ? at : `${at}/rule`))];
  });
}
