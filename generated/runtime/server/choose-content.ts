import type { Check, ContentContract } from "./contract.js";
import { hasParametersOf, isInRange, parseMediaType, type MediaType } from "./media-type.js";

/** Gives for a header `Content-Type` what the document says of that media type, or `undefined` where it has none such. */
export type ChooseContent = (contentType: string) => ContentContract<Check> | undefined;

/**
 * Finds the media type that a body is of. OAS "Media Type Object": the most specific one counts, so the same media type with the same
 * parameters before that without them, and that before a range.
 */
export function contentChooser(contents: readonly ContentContract<Check>[]): ChooseContent {
  const rows = contents.map((content) => ({ content, range: parseMediaType(content.mediaType) }));
  // Clients send the same all the time.
  let last: string | undefined;
  let found: ContentContract<Check> | undefined;
  return (contentType) => {
    if (contentType !== last) {
      const sent = parseMediaType(contentType);
      const fitting = rows.filter(({ range }) => isInRange(sent, range)).sort((one, other) => rank(other.range, sent) - rank(one.range, sent));
      found = fitting[0]?.content;
      last = contentType;
    }
    return found;
  };
}

function rank(range: MediaType, sent: MediaType): number {
  const isExact = range.essence === sent.essence;
  const length = range.essence === "*/*" ? 0 : range.essence.length;
  return (isExact ? 10_000 : length) + (hasParametersOf(sent, range) ? 1 + range.parameters.size : 0);
}
