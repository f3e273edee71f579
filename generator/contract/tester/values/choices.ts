/** Decides among so many possibilities, the simplest of which come first. */
export type Choose = (count: number) => number;

/** Always the simplest. */
export const simplest: Choose = () => 0;

/** Decides by numbers in [0, 1). */
export function choosing(random: () => number): Choose {
  return (count) => Math.min(Math.floor(random() * count), Math.max(count - 1, 0));
}

/** Numbers in [0, 1), always the same ones for the same seed: for what must not depend on the seed of a run (a multiplicative generator of Lehmer's). */
export function numbersFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}
