import type { Operation } from "../../../model/api.ts";
import type { BrokenRule } from "../case.ts";
import type { Found } from "../found.ts";

/** Whether the document has an answer by which a server can say that a request was done. A 101 is none: nobody asks for another protocol. */
export function canSucceed({ responses }: Pick<Operation, "responses">): boolean {
  return responses.some(({ status }) => /^[23]|^default$/i.test(status));
}

/**
 * What is found of the refusal of a request that breaks the document. Where the document has no status that refuses such a request, no server can do
 * right by it, and one that refuses all the same has done what HTTP asks: then it is the document that lacks something.
 */
export function ofRefusal(found: readonly Found[], { operation, status, rule }: { readonly operation: Operation; readonly status: number; readonly rule: BrokenRule }): Found[] {
  if (!refuses(String(status), rule) || operation.responses.some((response) => refuses(response.status, rule))) return [...found];
  const names = operation.responses.map((response) => response.status).join(", ");
  return found.map((each) => (each.code !== "undocumented-status" ? each : {
    ...each,
    severity: "warning",
    key: "refusal",
    message: "The document has no status for a request that breaks it",
    because: `It was refused with ${status}, and the document has ${names}; OAS "Responses Object": documentation is expected to cover any known errors`,
  }));
}

/** Statuses that say that a request itself is wrong, as documents have them; of a path also that there is no such thing. */
function refuses(status: string, { in: location }: BrokenRule): boolean {
  return /^(400|422|4XX|default)$/i.test(status) || (location === "path" && status === "404");
}
