import { randomOf } from "../../model/sample/random.ts";

/** Numbers in [0, 1) that are the same for the same seed and the same names, and have nothing to do with those of other names. */
export function seededRandom(seed: number, ...names: readonly string[]): () => number {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5 ^ seed;
  for (const name of names) {
    for (let index = 0; index <= name.length; index++) hash = Math.imul(hash ^ (index < name.length ? name.charCodeAt(index) : 0xffff), 0x01000193);
  }
  return randomOf(hash).next;
}
