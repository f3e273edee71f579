/**
 * The lines of a person's file that are not in what became of it, in their order. A comma may have come behind the last member, and
 * marks of ours may have gone.
 */
export function lostLines(before: string, after: string): string[] {
  const lines = after.split("\n");
  let next = 0;
  return before.split("\n").filter((line) => {
    if (/^\s*\/\/ Not in the document any more/.test(line)) return false;
    const found = lines.findIndex((candidate, index) => index >= next && isSame(line, candidate));
    if (found >= 0) next = found + 1;
    return found < 0;
  });
}

function isSame(line: string, other: string): boolean {
  if (line === other) return true;
  if (other.length !== line.length + 1) return false;
  const at = [...line].findIndex((character, index) => character !== other[index]);
  const comma = at < 0 ? line.length : at;
  return other[comma] === "," && line === other.slice(0, comma) + other.slice(comma + 1);
}
