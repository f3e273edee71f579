/** One tag of a doc comment: `{ tag: "minimum", text: "0" }` prints `@minimum 0`. */
export type DocTag = { tag: string; text: string };

/**
 * A doc comment, with its line end, for the line before a declaration; "" where there is nothing to say.
 * Whatever the text holds, it stays inside the comment.
 */
export function jsDoc(text: readonly (string | undefined)[], tags: readonly DocTag[] = []): string {
  const lines: string[] = [];
  for (let index = 0; index < text.length; index++) addParagraph(text[index], lines);
  if (tags.length > 0) for (const { tag, text: value } of tags) addLines(`@${tag} ${value}`, lines);
  const only = lines[0];
  if (only === undefined) return "";
  if (lines.length === 1 && only.length <= 110 && !directive.test(only)) return `/** ${only} */\n`;
  return `/**\n${lines.map(commentLine).join("")} */\n`;
}

function commentLine(line: string): string {
  return line === "" ? " *\n" : ` * ${line}\n`;
}

function addParagraph(paragraph: string | undefined, lines: string[]): void {
  if (paragraph === undefined || paragraph === "") return;
  if (lines.length > 0) lines.push("");
  addLines(paragraph, lines);
}

/** Adds the lines of a text, harmless in a comment: no `*` + `/`, no control characters, no line ends that only some readers see. */
function addLines(text: string, lines: string[]): void {
  if (!special.test(text)) {
    lines.push(text.trimEnd());
    return;
  }
  const own = text.replaceAll("*/", "*\\/").split(/\r\n|[\n\r\u2028\u2029]/).map(cleanLine);
  const first = own.findIndex((line) => line !== "");
  const last = own.findLastIndex((line) => line !== "");
  if (first < 0 && lines.at(-1) === "") lines.pop();
  // A loop, as there may be more lines than a call takes arguments.
  for (let index = Math.max(first, 0); index <= last; index++) lines.push(own[index] ?? "");
}

function cleanLine(line: string): string {
  return line.replace(controls, " ").replace(loneSurrogates, "\uFFFD").trimEnd();
}

// In a comment of one line, TypeScript takes this for an order to itself.
const directive = /^[/*\s]*@ts-/;
// A file cannot hold these: what was written would not be what is read.
const loneSurrogates = /\p{Surrogate}/gu;
// C0 and C1 controls but the tab, and the marks that turn the direction of text, which can make a comment look like code.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
/** Whether a text needs a closer look at all. */
const special = /\*\/|[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]/;
