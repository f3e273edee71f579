/**
 * How one file imports another one: `../types.js` for `types.ts` in `validators/pet.ts`. It names what the file is compiled to: Node
 * finds it then, and compilers and bundlers find the source.
 */
export function specifierOf(target: string, importer: string): string {
  let shared = 0;
  for (let index = 0; index < importer.length && importer[index] === target[index]; index++) if (importer[index] === "/") shared = index + 1;
  const up = importer.slice(shared).split("/").length - 1;
  return `${up === 0 ? "./" : "../".repeat(up)}${target.slice(shared).replace(/\.ts$/, ".js")}`;
}
