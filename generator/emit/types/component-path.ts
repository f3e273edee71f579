import { stringLiteral } from "../../print/literal.ts";

/** `components["parameters"]["owner"]`: the type of something that the document keeps for reuse. */
export function componentPath(section: "parameters" | "responses" | "requestBodies" | "headers" | "pathItems", name: string): string {
  return `components["${section}"][${stringLiteral(name)}]`;
}
