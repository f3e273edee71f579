/** Parts of a name: `clear-apiKey_cache` gives `clear apiKey cache`. What no identifier may hold only separates. */
export function partsOf(text: string): string[] {
  // Most names are of ASCII, for which there is no need to ask Unicode.
  return text.match(/^[A-Za-z0-9_-]+$/.test(text) ? /[A-Za-z0-9]+/g : /[^\P{ID_Continue}_]+/gu) ?? [];
}

/** `Pet` for `pet`. */
export function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A name that nobody has yet, `Pet` or else `Pet2`; it is taken then. */
export function takeName(wanted: string, taken: Set<string>, others?: ReadonlySet<string | undefined>): string {
  let name = wanted;
  for (let number = 2; taken.has(name) || others?.has(name) === true; number++) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

/** The order of the letters' numbers: the same on every machine, unlike that of a language. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
