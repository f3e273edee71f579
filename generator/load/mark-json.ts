import { endOfString } from "./nesting.ts";

/** A place that is looked for, and those looked for inside of it. The offset is filled in where it is found. */
export type Wanted = { offset: number | undefined; inner: Map<string, Wanted> };

/** The text that is read, and how many places are still looked for. */
type Search = { text: string; missing: number };

/**
 * Fills in the offsets of the places wanted in a JSON text, in one pass that builds no values and ends at the last of them.
 * Recursion goes no deeper than the pointers asked for. In a text that is not JSON, what stands before the mistake is found.
 */
export function markJson(text: string, root: Wanted): void {
  const start = afterSpace(text, 0);
  root.offset = start;
  markValue({ text, missing: countInside(root) }, start, root);
}

function countInside(root: Wanted): number {
  let count = 0;
  const work = [root];
  for (let wanted = work.pop(); wanted !== undefined; wanted = work.pop()) {
    count += wanted.inner.size;
    work.push(...wanted.inner.values());
  }
  return count;
}

/** Marks inside the value that begins at `at`, and gives the offset behind it; once all is found, the end of the text. */
function markValue(search: Search, at: number, wanted: Wanted | undefined): number {
  const { text } = search;
  if (search.missing === 0) return text.length;
  if (wanted === undefined || wanted.inner.size === 0) return endOfValue(text, at);
  if (text[at] === "{") return markMembers(search, at, wanted);
  if (text[at] === "[") return markItems(search, at, wanted);
  return endOfValue(text, at);
}

function markMembers(search: Search, start: number, wanted: Wanted): number {
  const { text } = search;
  let at = afterSpace(text, start + 1);
  while (text[at] === '"') {
    const end = endOfString(text, at);
    const member = wanted.inner.get(nameOf(text.slice(at, end)));
    if (member) found(search, member, at);
    at = afterSpace(text, end);
    if (text[at] !== ":") return text.length;
    at = afterComma(text, markValue(search, afterSpace(text, at + 1), member));
  }
  return at + 1;
}

function markItems(search: Search, start: number, wanted: Wanted): number {
  const { text } = search;
  let at = afterSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== "]"; index++) {
    const item = wanted.inner.get(String(index));
    if (item) found(search, item, at);
    at = afterComma(text, markValue(search, at, item));
  }
  return at + 1;
}

/** Of two members with one name, `JSON.parse` takes the last, and so do we as long as anything else is looked for. */
function found(search: Search, wanted: Wanted, at: number): void {
  if (wanted.offset === undefined) search.missing--;
  wanted.offset = at;
}

function nameOf(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return "";
  }
}

function afterComma(text: string, end: number): number {
  const at = afterSpace(text, end);
  return text[at] === "," ? afterSpace(text, at + 1) : at;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** The offset behind a value; always further on, so that a mistake in the text cannot stop the reader. */
function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first === "{" || first === "[") return endOfCollection(text, start);
  let at = start + 1;
  while (at < text.length && !",]} \t\r\n".includes(text.charAt(at))) at++;
  return at;
}

function endOfCollection(text: string, start: number): number {
  let open = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at) - 1;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        open++;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        if (--open === 0) return at + 1;
        break;
    }
  }
  return text.length;
}

const QUOTE = 0x22;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
