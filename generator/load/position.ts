import { pointerTokens } from "../json.ts";
import type { Source } from "./document.ts";
import { markJson, type Wanted } from "./mark-json.ts";
import { MAX_DEPTH } from "./nesting.ts";
import { isJson, withoutByteOrderMark } from "./parse.ts";
import { textPositions, type Position } from "./text-position.ts";

/**
 * Where the values that JSON Pointers name stand in a text, by pointer: a member at its key, an item at its value.
 * A pointer to what is not there gets the place of the innermost part that is. Ask for all of a file's at once, since
 * the text is read again each time:
 *
 *     const found = await positions(source, ["/paths/~1pets/get", "/info"]);
 *     found.get("/info")   // { line: 3, column: 1 }
 */
export async function positions(source: Source, pointers: readonly string[]): Promise<Map<string, Position>> {
  const text = withoutByteOrderMark(source.text);
  const root: Wanted = { offset: undefined, inner: new Map() };
  const chains = pointers.map((pointer) => ({ pointer, chain: chainOf(root, pointer) }));
  if (isJson(source.uri, text)) {
    markJson(text, root);
  } else {
    const { markYaml } = await import("./mark-yaml.ts");
    markYaml(text, root);
  }
  const positionAt = textPositions(text);
  return new Map(chains.map(({ pointer, chain }) => [pointer, positionAt(innermostOffset(chain))]));
}

/** The places on the way to a pointer's, from the root on. Pointers with a beginning in common share those. */
function chainOf(root: Wanted, pointer: string): Wanted[] {
  const chain = [root];
  let wanted = root;
  for (const token of pointerTokens(pointer).slice(0, MAX_DEPTH)) {
    const inner: Wanted = wanted.inner.get(token) ?? { offset: undefined, inner: new Map() };
    wanted.inner.set(token, inner);
    chain.push(inner);
    wanted = inner;
  }
  return chain;
}

function innermostOffset(chain: readonly Wanted[]): number {
  return chain.findLast((wanted) => wanted.offset !== undefined)?.offset ?? 0;
}
