/**
 * How one file imports another one: `../types.js` for `types.ts` in `validators/pet.ts`. It names what the file is compiled to: Node
 * finds it then, and compilers and bundlers find the source.
 */
export function specifierOf(target: string, importer: string): string {
  const to = target.replace(/\.ts$/, ".js").split("/");
  const from = importer.split("/").slice(0, -1);
  const shared = from.findIndex((folder, index) => folder !== to[index]);
  const common = shared < 0 ? from.length : shared;
  const up = from.slice(common).map(() => "..");
  return [...(up.length === 0 ? ["."] : up), ...to.slice(common)].join("/");
}
