/** Decides among so many possibilities: from 0 up to, but not, `count`. */
export type Choose = (count: number) => number;

/** Decides by numbers in [0, 1). */
export function choosing(random: () => number): Choose {
  return (count) => Math.min(Math.floor(random() * count), Math.max(count - 1, 0));
}
