import type { OutputFile } from "../write/output-file.ts";
import { type Content, html } from "./html.ts";
import { navigation } from "./navigation.ts";
import type { Group } from "./groups.ts";
import type { Site } from "./site.ts";

/** One page: where it stands, what it is called, and what is on it. `group` is the one that its navigation has unfolded. */
export type Page = { path: string; title: string; description?: string; group?: Group; content: Content };

/**
 * A page as a file. It loads its style and its script and nothing else, and a Content-Security-Policy says so: no text of the document can
 * run, whatever it is, and the one thing that leaves the page is what "try it" sends.
 */
export function pageFile({ path, title, description, group, content }: Page, site: Site): OutputFile {
  const { info } = site.api;
  const root = "../".repeat(path.split("/").length - 1);
  const name = title === info.title ? title : `${title} · ${info.title}`;
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Specwright">
${description !== undefined && html`<meta name="description" content="${description}">
`}${site.options.live === true && html`<meta name="specwright-live" content="/_specwright/events">
`}<title>${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}assets/reference.css">
<script src="${root}assets/reference.js"></script>
</head>
<body data-root="${root}">
<a class="skip" href="#main">Skip to content</a>
<header class="top">
<button type="button" class="menu" aria-expanded="false" aria-controls="navigation">Menu</button>
<a class="home" href="${root}index.html">${info.title}</a>
<div class="search" role="search"><input type="search" placeholder="Search ( / )" aria-label="Search operations" role="combobox" aria-expanded="false" aria-controls="results" autocomplete="off"><ul id="results" role="listbox" aria-label="Results" hidden></ul></div>
<button type="button" class="theme">Theme</button>
</header>
<div class="columns">
<nav id="navigation" aria-label="Operations">
${navigation(site, { root, path, group })}</nav>
<main id="main">
${content}</main>
</div>
</body>
</html>
`.html;
  return { path, text };
}

/** `img-src data:` is the icon that keeps browsers from asking for one. */
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; connect-src http: https:; base-uri 'none'; form-action 'none'";
