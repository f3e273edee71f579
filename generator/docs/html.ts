/** Text that is HTML already. Only `html` makes it, and what renders Markdown: everything else is data, and is escaped. */
export type Html = { readonly html: string };

/** What may stand in a piece of HTML: text is escaped, and what is not there is nothing. */
export type Content = string | number | Html | undefined | false | readonly Content[];

/** A piece of HTML with data in it: `html`<p title="${title}">${text}</p>``. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = strings[0] ?? "";
  // By index, and appended: pages are megabytes of these.
  for (let index = 0; index < contents.length; index++) text += written(contents[index]) + (strings[index + 1] ?? "");
  return { html: text };
}

function written(content: Content): string {
  if (content === undefined || content === false) return "";
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  if ("html" in content) return content.html;
  let text = "";
  for (const one of content) text += written(one);
  return text;
}

function escapeText(text: string): string {
  return /[&<>"'\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]/.test(text) ? visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character) : text;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text without what a page cannot hold, and without the marks that turn the direction of what stands around it. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(hidden, "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}

const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
