/** One tag of a doc comment: `{ tag: "minimum", text: "0" }` prints `@minimum 0`. */
export type DocTag = { tag: string; text: string };

/**
 * A doc comment, with its line end, for the line before a declaration; "" where there is nothing to say.
 * Whatever the text holds, it stays inside the comment.
 */
export function jsDoc(text: readonly (string | undefined)[], tags: readonly DocTag[] = []): string {
  const lines = [...paragraphs(text), ...tags.flatMap(({ tag, text: value }) => cleanLines(`@${tag} ${value}`))];
  const [only] = lines;
  if (only === undefined) return "";
  if (lines.length === 1 && only.length <= 110) return `/** ${only} */\n`;
  return `/**\n${lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n */\n`;
}

function paragraphs(text: readonly (string | undefined)[]): string[] {
  const lines: string[] = [];
  for (const part of text) {
    const own = part === undefined ? [] : cleanLines(part);
    if (own.length > 0 && lines.length > 0) lines.push("");
    lines.push(...own);
  }
  return lines;
}

/** The lines of a text, harmless in a comment: no `*` + `/`, no control characters, no line ends that only some readers see. */
function cleanLines(text: string): string[] {
  const lines = text.replaceAll("*/", "*\\/").split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.replace(controls, " ").trimEnd());
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

// C0 and C1 controls but the tab, and the marks that turn the direction of text, which can make a comment look like code.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
