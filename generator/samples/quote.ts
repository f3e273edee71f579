import { wellFormedText } from "./well-formed.ts";

/** A text as a literal of Python. */
export function pythonString(text: string): string {
  return doubleQuoted(text, /["\\]/g, (code) => `\\u${code.toString(16).padStart(4, "0")}`);
}

/** A text as a literal of Ruby: `#` begins code in it. */
export function rubyString(text: string): string {
  return doubleQuoted(text, /["\\#]/g, (code) => `\\u${code.toString(16).padStart(4, "0")}`);
}

/** A text as a literal of PHP: `$` begins a variable in it. */
export function phpString(text: string): string {
  return doubleQuoted(text, /["\\$]/g, (code) => `\\u{${code.toString(16)}}`);
}

/**
 * A text as one word of a POSIX shell, as it is where nothing in it means anything there. Characters that nobody sees are written
 * as escapes, which takes bash or zsh; a NUL, which no argument can hold, is left out.
 */
export function shellWord(text: string): string {
  const clean = wellFormedText(text.replaceAll("\0", ""));
  if (/^[\w@%+:,./-]+$/.test(clean)) return clean;
  if (!hidden.test(clean.replaceAll("\n", ""))) return `'${clean.replaceAll("'", "'\\''")}'`;
  const escaped = clean.replace(/['\\]/g, "\\$&").replaceAll("\n", "\\n").replace(allHidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `$'${escaped}'`;
}

/** JSON with escapes for what an editor, a terminal or a diff would hide. */
export function visibleJson(json: string): string {
  return json.replace(allHidden, (character) => (character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));
}

function doubleQuoted(text: string, special: RegExp, escape: (code: number) => string): string {
  const escaped = wellFormedText(text).replace(special, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
  return `"${escaped.replace(allHidden, (character) => escape(character.charCodeAt(0)))}"`;
}

const hidden = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/;
const allHidden = new RegExp(hidden.source, "g");
