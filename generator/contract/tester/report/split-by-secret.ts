/**
 * A text in pieces, between which a secret stood. A short one, such as `a` or `test`, is a word of other things as well: it counts only where it stands
 * alone.
 */
export function splitBySecret(text: string, secret: string): string[] {
  if (secret.length >= long) return text.split(secret);
  const pieces: string[] = [];
  let start = 0;
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
    if (at < start || isOfWord(text.charAt(at - 1)) || isOfWord(text.charAt(at + secret.length))) continue;
    pieces.push(text.slice(start, at));
    start = at + secret.length;
  }
  return [...pieces, text.slice(start)];
}

/** As long as that, nothing is in a text by chance. */
const long = 8;

function isOfWord(character: string): boolean {
  return /[\w-]/.test(character);
}
