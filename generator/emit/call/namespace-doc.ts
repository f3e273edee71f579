import type { Operation, Tag } from "../../model/api.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { seeText } from "../schema/doc-of.ts";

/** The comment of a namespace, by its first operation: what the document says of the tag. */
export function namespaceDoc(first: Operation | undefined, tags: readonly Tag[]): string {
  const tag = tags.find(({ name }) => name === first?.tags[0]);
  if (tag === undefined) return "";
  const { summary, description, externalDocs } = tag.doc;
  return jsDoc([summary, description], externalDocs === undefined ? [] : [{ tag: "see", text: seeText(externalDocs) }]);
}
