/** The name that a mistyped one most likely meant; `undefined` where none is near. Long names are not compared: that costs their product. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > maximumLength) return undefined;
  let nearest: string | undefined;
  let distance = Math.floor(name.length * 0.4) + 1;
  for (const candidate of candidates) {
    if (candidate.length > maximumLength || Math.abs(candidate.length - name.length) >= distance) continue;
    const one = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (one < distance) [nearest, distance] = [candidate, one];
  }
  return nearest;
}

const maximumLength = 64;

/** How many letters must be added, dropped or changed (Levenshtein). */
function editDistance(from: string, to: string): number {
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed));
    }
    last = current;
  }
  return last[to.length] ?? 0;
}
