/**
 * Whether a path may stand for a file of the output folder: relative, with `/`, and never leading out of it.
 * No emitter takes a path from a document, and no manifest is trusted; this is the door all the same.
 */
export function isOutputPath(path: string): boolean {
  return /^[^\\:\u0000-\u001f\u007f]+$/.test(path) && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}
