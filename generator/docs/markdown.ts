import MarkdownIt from "markdown-it";
import { type Html, html, visible } from "./html.ts";

/**
 * A description as HTML (OAS "Rich Text Formatting": CommonMark). HTML in it is text, images are links, since a page asks nobody for
 * anything, and links lead to web pages, mail addresses or places nearby only. Its headings stand below those of the page.
 */
export function markdown(text: string | undefined): Html | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  return html`<div class="prose">${{ html: renderer.render(visible(text)) }}</div>`;
}

/** A description that stands in a line with other words. */
export function markdownLine(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : { html: renderer.renderInline(visible(text)) };
}

/** A description in one line, for lists: its first paragraph without any formatting. */
export function plainSummary(text: string): string {
  const paragraphs = text.trim().split(/\n[ \t]*\n/, 20);
  const first = paragraphs.find((paragraph) => !/^\s*(#|```|\||<|>)/.test(paragraph)) ?? "";
  const plain = visible(first).replace(/[`*]|\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\s+/g, " ");
  return plain.length <= 160 ? plain : `${plain.slice(0, 157).replace(/ \S*$/, "")} …`;
}

const renderer = makeRenderer();

function makeRenderer(): MarkdownIt {
  const made = new MarkdownIt({ html: false, linkify: false, typographer: false });
  made.validateLink = (url) => /^(https?:|mailto:|[^:]*$|[#/?.])/i.test(url.trim()) && !/^[\s\u0000-\u001F]*(javascript|vbscript|data|file):/i.test(url);
  const { rules } = made.renderer;
  rules["image"] = (tokens, index) => {
    const token = tokens[index];
    const source = String(token?.attrGet("src") ?? "");
    return html`<a href="${source}" rel="noopener noreferrer">${token?.content === "" ? source : token?.content}</a>`.html;
  };
  rules["link_open"] = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("rel", "noopener noreferrer");
    return self.renderToken(tokens, index, options);
  };
  for (const rule of ["heading_open", "heading_close"]) {
    rules[rule] = (tokens, index, options, _env, self) => {
      const token = tokens[index];
      if (token !== undefined) token.tag = `h${Math.min(Math.max(Number(token.tag.slice(1)) + 1, 3), 6)}`;
      return self.renderToken(tokens, index, options);
    };
  }
  rules["table_open"] = () => '<div class="scroll"><table>';
  rules["table_close"] = () => "</table></div>";
  return made;
}
