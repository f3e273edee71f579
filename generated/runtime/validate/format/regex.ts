/** ECMA-262 "Patterns": whether a text is a regular expression with flag `u`, which allows no needless escapes. */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
