import { decodeLiteral } from "../../model/decode-literal.ts";
/**
 * Whether a path of a sample is one of a template: `/pets/1` of `/pets/{id}`. A variable in front may stand for the first segments, and a
 * path that is cut needs to be a beginning only.
 */
export function matchPath(path: string, template: string, how: { hasPrefix: boolean; isCut: boolean }): boolean {
  const given = segmentsOf(path);
  const wanted = segmentsOf(template);
  if (how.isCut) return given.slice(0, -1).every((segment, index) => matchSegment(segment, wanted[index] ?? "")) && given.length <= wanted.length;
  if (given.length === wanted.length) return given.every((segment, index) => matchSegment(segment, wanted[index] ?? ""));
  const tail = wanted.slice(wanted.length - given.length);
  const isTail = how.hasPrefix && given.length > 0 && given.length < wanted.length && tail.some((segment) => !segment.includes("{"));
  return isTail && given.every((segment, index) => matchSegment(segment, tail[index] ?? ""));
}

function segmentsOf(path: string): string[] {
  return path.replace(/^\//, "").replace(/\/$/, "").split("/");
}

/** Piece by piece: what is between two placeholders must be there, in this order, and every placeholder needs something. */
function matchSegment(segment: string, template: string): boolean {
  const [first = "", ...pieces] = template.split(/\{[^{}]*\}/);
  if (pieces.length === 0) return decodeLiteral(segment) === decodeLiteral(first);
  if (!segment.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of pieces.entries()) {
    const found = index === pieces.length - 1 ? segment.length - piece.length : segment.indexOf(piece, at + 1);
    if (found < at + 1 || !segment.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return true;
}
