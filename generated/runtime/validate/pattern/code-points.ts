/** Characters by their numbers: ranges in order, none of which touches another. */
export type CodePoints = readonly (readonly [first: number, last: number])[];

const highest = 0x10ffff;

export const everything: CodePoints = [[0, highest]];
export const digits: CodePoints = [[48, 57]];
export const wordCharacters: CodePoints = [[48, 57], [65, 90], [95, 95], [97, 122]];
/** ECMA-262 `LineTerminator`. */
export const lineEnds: CodePoints = [[10, 10], [13, 13], [0x2028, 0x2029]];
/** ECMA-262 `WhiteSpace` and `LineTerminator`. */
export const spaces: CodePoints = [
  [9, 13], [32, 32], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000], [0xfeff, 0xfeff],
];

/** What is in any of them. */
export function unite(sets: readonly CodePoints[]): CodePoints {
  const united: [number, number][] = [];
  for (const [first, last] of sets.flat().sort((one, other) => one[0] - other[0])) {
    const previous = united[united.length - 1];
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else united.push([first, last]);
  }
  return united;
}

/** What is not in it. */
export function complement(set: CodePoints): CodePoints {
  const others: [number, number][] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) others.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= highest) others.push([next, highest]);
  return others;
}

/** Whether a character is in it. */
export function includes(set: CodePoints, point: number): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = set[middle] ?? [0, 0];
    if (point < first) high = middle - 1;
    else if (point > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** What a class such as `\p{Lu}` stands for, as the engine has it; `undefined` where it knows none. Found once. */
export function propertyCharacters(escape: string): CodePoints | undefined {
  const ready = known.get(escape);
  if (ready !== undefined) return ready;
  let expression: RegExp;
  try {
    expression = new RegExp(`${escape}+`, "gu");
  } catch {
    return undefined;
  }
  // Surrogates are no characters, and of a text they would make pairs.
  const found = [[0, 0xd7ff] as const, [0xe000, 0xffff] as const, [0x10000, 0x3ffff] as const, [0xe0000, highest] as const].flatMap(([first, last]) => charactersAmong(expression, first, last));
  const isForRest = expression.test("\u{40000}");
  const set = unite([found, new RegExp(escape, "u").test("\ud800") ? [[0xd800, 0xdfff]] : [], isForRest ? [[0x40000, 0xdffff]] : []]);
  known.set(escape, set);
  return set;
}

const known = new Map<string, CodePoints>();

const piece = 0x1000;

function charactersAmong(expression: RegExp, first: number, last: number): CodePoints {
  const found: [number, number][] = [];
  for (let start = first; start <= last; start += piece) {
    const text = String.fromCodePoint(...Array.from({ length: Math.min(piece, last - start + 1) }, (_, index) => start + index));
    // Within a piece all characters have the same length.
    const units = start > 0xffff ? 2 : 1;
    for (const { 0: match, index } of text.matchAll(expression)) found.push([start + index / units, start + (index + match.length) / units - 1]);
  }
  return found;
}
