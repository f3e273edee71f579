/**
 * What stands in place of the placeholders of a segment, or `undefined` where it is another one: the literals around them, as
 * `["report.", ""]` of `report.{format}`. Each placeholder but the last takes as little as it can, and none takes nothing.
 */
export function segmentTexts(segment: string, literals: readonly string[]): string[] | undefined {
  const [first = ""] = literals;
  const last = literals[literals.length - 1] ?? "";
  const end = segment.length - last.length;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const texts: string[] = [];
  let from = first.length;
  for (const literal of literals.slice(1, -1)) {
    const at = segment.indexOf(literal, from + 1);
    if (at < 0 || at + literal.length > end) return undefined;
    texts.push(segment.slice(from, at));
    from = at + literal.length;
  }
  if (from >= end) return undefined;
  texts.push(segment.slice(from, end));
  return texts;
}
