import type { MediaType } from "../../../model/api.ts";
import { hasParametersOf, isInRange, parseMediaType } from "../../../runtime/server/media-type.ts";
import { remembered } from "../remembered.ts";

/** Which of these media types a Content-Type is of: the most specific one counts (OAS "Media Type Object"). */
export function mediaTypeOf(content: readonly MediaType[], contentType: string | undefined): MediaType | undefined {
  if (contentType === undefined || content.length === 0) return undefined;
  const find = finders.get(content) ?? remembered((text) => found(content, text));
  finders.set(content, find);
  return find(contentType);
}

const finders = new WeakMap<readonly MediaType[], (contentType: string) => MediaType | undefined>();

function found(content: readonly MediaType[], contentType: string): MediaType | undefined {
  const sent = parseMediaType(contentType);
  const rows = content.map((mediaType) => ({ mediaType, range: parseMediaType(mediaType.name) }));
  const fitting = rows.filter(({ range }) => isInRange(sent, range) && hasParametersOf(sent, range));
  const rankOf = ({ range }: (typeof rows)[number]) => rank(range.essence) + range.parameters.size;
  return fitting.sort((one, other) => rankOf(other) - rankOf(one))[0]?.mediaType;
}

function rank(essence: string): number {
  return essence === "*/*" ? 0 : essence.includes("*") ? 100 : 200;
}
