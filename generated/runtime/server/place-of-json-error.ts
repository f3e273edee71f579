/**
 * Where a text stops being JSON (RFC 8259 §2): `character at line 3, column 5 (offset 41)`, or `end`. Engines say it differently or not
 * at all, and repeat what they have read.
 */
export function placeOfJsonError(text: string): string {
  const offset = errorOffset(text);
  if (offset >= text.length) return "end";
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `character at line ${line}, column ${offset - before.lastIndexOf("\n")} (offset ${offset})`;
}

/** What may come next: a value, a name, what stands behind either. `first` is what may also be the end of an empty list or object. */
type State = "value" | "first item" | "first name" | "name" | "colon" | "comma";

/** Reads one token after the other and remembers what is open, so that no text is too deep. */
function errorOffset(text: string): number {
  const open: string[] = [];
  let state: State = "value";
  let offset = blanksFrom(text, 0);
  while (offset < text.length) {
    const end = tokenEnd(text, offset);
    const token = text.charAt(offset);
    const next: State | undefined = end === offset ? undefined : step(state, token, open);
    if (next === undefined) return end === offset && mayBeString(state) ? brokenAt(text, offset) : offset;
    state = next;
    offset = blanksFrom(text, end);
  }
  return offset;
}

function step(state: State, token: string, open: string[]): State | undefined {
  const isValue = state === "value" || state === "first item";
  if (token === "{" || token === "[") {
    open.push(token);
    const begun = token === "{" ? "first name" : "first item";
    return isValue ? begun : undefined;
  }
  if (token === "}" || token === "]") {
    const isEnd = state === "comma" || state === (token === "}" ? "first name" : "first item");
    return isEnd && open.pop() === (token === "}" ? "{" : "[") ? "comma" : undefined;
  }
  if (token === ":") return state === "colon" ? "value" : undefined;
  if (token === ",") return state === "comma" && open.length > 0 ? (open.at(-1) === "{" ? "name" : "value") : undefined;
  if (token === '"' && (state === "name" || state === "first name")) return "colon";
  return isValue ? "comma" : undefined;
}

function blanksFrom(text: string, offset: number): number {
  let end = offset;
  while (" \t\n\r".includes(text.charAt(end)) && end < text.length) end++;
  return end;
}

const tokens = /[{}[\]:,]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Where the token ends that begins here; here, where there is none. */
function tokenEnd(text: string, offset: number): number {
  if (text.charAt(offset) === '"') {
    const end = stringEnd(text, offset + 1);
    return text.charAt(end) === '"' ? end + 1 : offset;
  }
  tokens.lastIndex = offset;
  return tokens.test(text) ? tokens.lastIndex : offset;
}

/** Where a token breaks off: of a string, that is within it. */
function brokenAt(text: string, offset: number): number {
  return text.charAt(offset) === '"' ? stringEnd(text, offset + 1) : offset;
}

function mayBeString(state: State): boolean {
  return state !== "colon" && state !== "comma";
}

/** Where a string ends, or can go no further. One character at a time: a pattern for a whole string fails on long ones. */
function stringEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text.charAt(end) !== '"' && text.charCodeAt(end) >= 0x20) {
    if (text.charAt(end) !== "\\") end++;
    else if (/^\\(["\\/bfnrt]|u[\da-fA-F]{4})/.test(text.slice(end, end + 6))) end += text.charAt(end + 1) === "u" ? 6 : 2;
    else return end;
  }
  return end;
}
