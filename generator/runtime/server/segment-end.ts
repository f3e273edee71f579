/** Where the segment of a path ends that begins at a place: before the next slash, or with the path. */
export function segmentEnd(path: string, start: number): number {
  const slash = path.indexOf("/", start);
  return slash < 0 ? path.length : slash;
}
