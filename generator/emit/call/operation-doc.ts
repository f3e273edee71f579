import { jsDoc } from "../../print/js-doc.ts";
import type { DocTag } from "../../print/js-doc.ts";
import { seeText } from "../schema/doc-of.ts";
import type { Call } from "./plan-calls.ts";

/** The comment of an operation: what its author wrote, and what is sent: `POST /pets/{id}`. */
export function operationDoc({ operation: { doc, path }, route }: Call, tags: readonly DocTag[] = []): string {
  const method = route.split(" ", 1).join("");
  return jsDoc([doc.summary, doc.description, `\`${method} ${path}\``], [
    ...(doc.deprecated === true ? [{ tag: "deprecated", text: "" }] : []),
    ...tags,
    ...(doc.externalDocs === undefined ? [] : [{ tag: "see", text: seeText(doc.externalDocs) }]),
  ]);
}
