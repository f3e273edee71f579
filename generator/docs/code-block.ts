import { type Content, type Html, html } from "./html.ts";

/** A text in a frame, with a button that copies it. */
export function codeBlock(text: string, label: string): Html {
  return html`<div class="code"><div class="code-head"><span>${label}</span><button type="button" class="copy" aria-label="Copy ${label}">Copy</button></div><pre tabindex="0" aria-label="${label}"><code>${text}</code></pre></div>
`;
}

/** A choice between panels. Without scripts all of them are there, one below the other. */
export function tabs(label: string, panels: readonly { title: string; id: string; content: Content }[]): Html {
  return html`<div class="tabs" data-label="${label}">
${panels.map(({ title, id, content }) => html`<section class="panel" id="${id}" data-title="${title}"><h4 class="panel-title">${title}</h4>${content}</section>
`)}</div>
`;
}
