/** The absolute path that a relative one means in a file: `../users.js` in `/app/src/handlers.ts` is `/app/users.js`. */
export function resolvedPath(file: string, relative: string): string {
  const segments = file.split("/").slice(0, -1);
  for (const segment of relative.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}
