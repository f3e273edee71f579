import type { Operation } from "../../model/api.ts";
import { type DocTag, jsDoc } from "../../print/js-doc.ts";
import { seeText } from "../schema/doc-of.ts";
import type { Call } from "./plan-calls.ts";

/** The comment of an operation: what its author wrote, and `line` below it. */
export function operationDoc({ doc }: Operation, line?: string, tags: readonly DocTag[] = []): string {
  return jsDoc([doc.summary, doc.description, line], [
    ...(doc.deprecated === true ? [{ tag: "deprecated", text: "" }] : []),
    ...tags,
    ...(doc.externalDocs === undefined ? [] : [{ tag: "see", text: seeText(doc.externalDocs) }]),
  ]);
}

/** The same with what is sent: `POST /pets/{id}`. */
export function callDoc({ operation, route }: Call, tags: readonly DocTag[] = []): string {
  return operationDoc(operation, `\`${route.split(" ", 1).join("")} ${operation.path}\``, tags);
}
