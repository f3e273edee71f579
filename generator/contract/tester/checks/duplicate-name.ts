/** The first name that stands twice in one object of a JSON text; nothing where each is unique. The text is JSON. */
export function duplicateName(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let index = 0;
  let isName = false;
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === '"') {
      const end = stringEnd(text, index + 1);
      const names = open.at(-1);
      if (isName && names !== undefined) {
        const name = nameIn(text.slice(index, end));
        if (names.has(name)) return name;
        names.add(name);
        isName = false;
      }
      index = end;
      continue;
    }
    if (character === "{") open.push(new Set());
    else if (character === "[") open.push(undefined);
    else if (character === "}" || character === "]") open.pop();
    // A name comes first in an object, and behind each of its commas.
    if (character === "{" || character === ",") isName = open.at(-1) !== undefined;
    else if (character === "[" || character === "}" || character === "]") isName = false;
    index++;
  }
  return undefined;
}

/** The index behind the closing quote. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start);
  // A quote behind an odd number of backslashes is one of the text.
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, index: number): boolean {
  let before = index;
  while (text.charAt(before - 1) === "\\") before--;
  return (index - before) % 2 === 1;
}

function nameIn(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
