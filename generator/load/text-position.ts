/** A place in a text as editors count it: line and column from 1, columns in UTF-16 units. */
export type Position = { line: number; column: number };

/** Turns offsets of one text into lines and columns. Lines are counted as far as the places asked for, and no further. */
export function textPositions(text: string): (offset: number) => Position {
  const starts = [0];
  let next = text.indexOf("\n") + 1;
  return (offset) => {
    for (; next > 0 && next <= offset; next = text.indexOf("\n", next) + 1) starts.push(next);
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The index of the last number that is not above `limit`; the numbers ascend. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
