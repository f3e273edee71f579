/** `minLength` (JSON Schema Validation §6.3.2): whether a text has so many characters. They are counted only where that can matter. */
export function atLeast(text: string, minimum: number): boolean {
  return text.length >= minimum && (text.length >= 2 * minimum || charactersOf(text) >= minimum);
}

/** `maxLength` (JSON Schema Validation §6.3.1): whether a text has at most so many characters. */
export function atMost(text: string, maximum: number): boolean {
  return text.length <= maximum || (text.length <= 2 * maximum && charactersOf(text) <= maximum);
}

/** Unicode's characters (RFC 8259 §8), of which one outside the basic plane takes two code units. */
function charactersOf(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    if ((text.charCodeAt(index) & 0xfc00) !== 0xd800 || (text.charCodeAt(index + 1) & 0xfc00) !== 0xdc00) continue;
    count--;
    index++;
  }
  return count;
}
