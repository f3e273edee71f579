import type { TestedOperation } from "../phase.ts";
import type { Edge } from "../values/edge.ts";
import type { Place } from "../values/places.ts";

/**
 * Whether what is wrong with a value is wrong in every reading of it. In JSON it is; where everything is a text, a server may be lenient
 * and yet right: an empty text counts as none to many, blanks around it as nothing, 1 as true. A text that is no number is no number to all.
 * In style label a dot ends an item, or is one of the item: readers differ.
 */
export function isPlainlyWrong({ value, byType }: Edge, place: Place, { contract }: TestedOperation): boolean {
  const kind = contract.body?.content.find(({ mediaType }) => mediaType === place.name)?.kind;
  if (place.in === "body" && kind !== "urlencoded" && kind !== "multipart") return true;
  const style = contract.parameters.find((parameter) => parameter.name === place.name && parameter.in === place.in)?.style;
  if (style === "label" && JSON.stringify(value).includes(".")) return false;
  return byType !== true && !/""|"\s|\s"|\[\]|\{\}|null/.test(JSON.stringify(value));
}
