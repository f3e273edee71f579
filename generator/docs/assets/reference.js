// Theme, search, tabs, copying, and the form that sends a request. The pages can be read without it.
"use strict";

// Before anything is drawn.
const stored = remembered("theme");
if (stored === "light" || stored === "dark") document.documentElement.dataset.theme = stored;

document.addEventListener("DOMContentLoaded", () => {
  themeButton(document.querySelector(".theme"));
  menuButton(document.querySelector(".menu"), document.getElementById("navigation"));
  searchField(document.querySelector(".search input"), document.getElementById("results"));
  document.querySelectorAll(".tabs").forEach(makeTabs);
  document.querySelectorAll(".copy").forEach(copyButton);
  document.querySelectorAll(".try form").forEach(tryForm);
  document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "center" });
  window.addEventListener("hashchange", unfoldTarget);
  unfoldTarget();
  reloadOnChange(document.querySelector('meta[name="specwright-live"]'));
});

function element(name, properties, others = {}) {
  return attributes(Object.assign(document.createElement(name), properties), others);
}

function attributes(target, values) {
  for (const [name, value] of Object.entries(values)) target.setAttribute(name, value);
  return target;
}

/** What an earlier page has kept, if it could. */
function remembered(name) {
  try {
    return localStorage.getItem(`specwright-${name}`);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`specwright-${name}`, value);
  } catch {
    // For this page only.
  }
}

/**
 * For a server that shows these pages while the document is edited: it adds the meta tag, and sends an event when they have changed, or when
 * they could not, for the document is broken. Without the tag, or from a disk, nothing is asked for.
 */
function reloadOnChange(meta) {
  if (!meta || !location.protocol.startsWith("http")) return;
  const events = new EventSource(meta.content);
  events.addEventListener("message", () => location.reload());
  events.addEventListener("broken", ({ data }) => {
    const told = document.querySelector(".stale") ?? element("p", { className: "stale" }, { role: "status" });
    told.textContent = data;
    document.body.prepend(told);
  });
  // Else it would count as an error of the page that the next one is on its way.
  window.addEventListener("pagehide", () => events.close());
}

function themeButton(button) {
  const dark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const label = () => { button.textContent = dark() ? "Light" : "Dark"; };
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    remember("theme", document.documentElement.dataset.theme);
    label();
  });
  label();
}

function menuButton(button, navigation) {
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(navigation.classList.toggle("open")));
  });
}

/** A link to an attribute opens what it is inside of. */
function unfoldTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let element = target; element; element = element.parentElement) if (element.tagName === "DETAILS") element.open = true;
  target.scrollIntoView();
}

function copyButton(button) {
  button.addEventListener("click", async () => {
    const code = button.closest(".code").querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // The older way.
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
}

/** Panels become tabs (WAI-ARIA "Tabs Pattern"). A language that is chosen stays. */
function makeTabs(container) {
  const panels = [...container.querySelectorAll(":scope > .panel")];
  if (panels.length === 0) return;
  const list = element("div", { className: "tablist" }, { role: "tablist", "aria-label": container.dataset.label });
  const buttons = panels.map((panel, index) => {
    const button = element("button", { type: "button", id: `${panel.id}-tab`, textContent: panel.dataset.title }, { role: "tab", "aria-controls": panel.id });
    attributes(panel, { role: "tabpanel", "aria-labelledby": button.id });
    button.addEventListener("click", () => {
      choose(index);
      if (container.dataset.label === "Samples") remember("language", panel.dataset.title);
    });
    button.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const next = (index + step + panels.length) % panels.length;
      choose(next);
      buttons[next].focus();
    });
    return button;
  });
  const choose = (chosen) => {
    for (const [index, panel] of panels.entries()) {
      panel.hidden = index !== chosen;
      buttons[index].setAttribute("aria-selected", String(index === chosen));
      buttons[index].tabIndex = index === chosen ? 0 : -1;
    }
  };
  list.append(...buttons);
  container.prepend(list);
  container.classList.add("ready");
  choose(Math.max(panels.findIndex((panel) => panel.dataset.title === remembered("language")), 0));
}

/** Finds operations by all words that are typed. The index is a script, loaded for whoever begins. */
function searchField(input, results) {
  const root = document.body.dataset.root;
  let selected = -1;
  const load = () => {
    if (self.specwrightSearch || document.getElementById("search-index")) return;
    const script = element("script", { id: "search-index", src: `${root}assets/search.js` });
    script.addEventListener("load", show);
    document.head.append(script);
  };
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : find(self.specwrightSearch ?? [], words);
    selected = found.length > 0 ? 0 : -1;
    results.replaceChildren(...(found.length > 0 ? found.map(item) : [element("li", { className: "none", textContent: "Nothing found" })]));
    results.hidden = words.length === 0 || !self.specwrightSearch;
    input.setAttribute("aria-expanded", String(!results.hidden));
    mark();
  };
  const item = ([page, method, path, title], index) => {
    const entry = element("li", { id: `result-${index}` }, { role: "option" });
    const link = element("a", { href: root + page, textContent: title, tabIndex: -1 });
    link.append(element("small", { textContent: `${method} ${path}` }));
    entry.append(link);
    return entry;
  };
  const mark = () => {
    for (const [index, entry] of [...results.children].entries()) entry.setAttribute("aria-selected", String(index === selected));
    const current = results.children[selected];
    current?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", current?.id ?? "");
  };
  const close = () => {
    results.hidden = true;
    attributes(input, { "aria-expanded": "false" });
  };
  input.addEventListener("focus", load);
  input.addEventListener("input", () => { load(); show(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") results.children[selected]?.querySelector("a")?.click();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const { length } = results.children;
      selected = (selected + (event.key === "ArrowDown" ? 1 : length - 1)) % length;
      mark();
    }
  });
  document.addEventListener("click", ({ target }) => { if (!target.closest(".search")) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    input.focus();
  });
}

/** Best first: words of the title count more than those of the path, and these more than others; then the shortest title. */
function find(rows, words) {
  const scored = rows.map((row) => {
    const [title, path, others] = [row[3].toLowerCase(), row[2].toLowerCase(), `${row[1]} ${row[4]}`.toLowerCase()];
    const scores = words.map((word) => (title.includes(word) ? 3 : 0) + (path.includes(word) ? 2 : 0) + (others.includes(word) ? 1 : 0));
    return { row, score: Math.min(...scores) && scores.reduce((sum, score) => sum + score) };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.row[3].length - b.row[3].length).slice(0, 30).map(({ row }) => row);
}

/** Sends what a form says, and shows what came back. */
function tryForm(form) {
  const server = form.elements.namedItem("server");
  const key = `server of ${document.querySelector(".home").textContent}: ${server.defaultValue}`;
  server.value = remembered(key) ?? server.value;
  server.addEventListener("change", () => remember(key, server.value));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = form.parentElement.querySelector(".answer");
    answer.replaceChildren("Sending …");
    try {
      const { url, ...request } = requestOf(form);
      const started = performance.now();
      const response = await fetch(url, request).catch((error) => { throw new Error(unreachable(url, error)); });
      const text = await response.text();
      showAnswer(answer, response, text, Math.round(performance.now() - started));
    } catch (error) {
      answer.replaceChildren(element("p", { textContent: error.message }));
    }
  });
}

/** A page is not told which of the two it is. */
function unreachable(url, error) {
  const { origin } = new URL(url);
  return `No answer that this page may read (${error.message}). Either nothing listens at ${origin}, or it does not let pages of another origin read `
    + "its answers (CORS, Access-Control-Allow-Origin). A mock of the document does.";
}

function requestOf(form) {
  const headers = new Headers();
  const query = [];
  let path = form.dataset.path;
  const put = (place, name, pairs, plain) => {
    if (place === "cookie") throw new Error("A page cannot set the cookies of another server. Use a sample instead.");
    if (place === "header") headers.set(name, plain);
    else query.push(...(place === "query" ? pairs : [plain]));
  };
  for (const field of form.querySelectorAll("[data-in]")) {
    const { in: place, name, credential, prefix } = field.dataset;
    if (field.value === "") continue;
    if (credential) {
      const text = prefix + (credential === "basic" ? btoa(String.fromCharCode(...new TextEncoder().encode(field.value))) : field.value);
      put(place, name, [`${encode(name)}=${encode(text)}`], text);
    } else if (place === "path") path = path.split(`{${name}}`).join(pathText(field));
    else put(place, name, queryPairs(field), place === "querystring" ? encode(field.value) : listText(valueOf(field), field.dataset.explode === "true", String));
  }
  const url = form.elements.namedItem("server").value.replace(/\/$/, "") + path + (query.length > 0 ? `${path.includes("?") ? "&" : "?"}${query.join("&")}` : "");
  return { url, method: form.dataset.method, headers, ...bodyOf(form, headers) };
}

function bodyOf(form, headers) {
  const field = form.querySelector("[data-body]");
  const parts = form.querySelectorAll("[data-part]");
  if (field) {
    const body = field.dataset.body === "file" ? field.files[0] : field.value;
    if (body === undefined || body === "") return {};
    headers.set("content-type", field.dataset.type);
    return { body };
  }
  if (parts.length === 0) return {};
  const body = new FormData();
  for (const { dataset, files, value } of parts) {
    if (files?.[0]) body.append(dataset.part, files[0]);
    else if (value !== "" && dataset.type) body.append(dataset.part, new Blob([value], { type: dataset.type }));
    else if (value !== "") body.append(dataset.part, value);
  }
  return { body };
}

/** What a field holds: text, or a list or an object in JSON; a list also with commas. */
function valueOf({ value, dataset: { kind } }) {
  if (kind === "text" || kind === "content") return value;
  if (/^\s*[[{]/.test(value)) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return kind === "list" ? value.split(",") : value;
}

/** RFC 3986 §2.3: all but unreserved characters. */
function encode(value) {
  return encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : String(value)).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `a,b`, `R,100,G,200`, and exploded `R=100,G=200` (OAS "Style Examples"). */
function listText(value, explode, write, separator = ",") {
  if (typeof value !== "object" || value === null) return write(value);
  if (Array.isArray(value)) return value.map(write).join(separator);
  return Object.entries(value).map(([key, member]) => `${write(key)}${explode ? "=" : separator}${write(member)}`).join(separator);
}

function pathText(field) {
  const { style, name } = field.dataset;
  const explode = field.dataset.explode === "true";
  const value = valueOf(field);
  if (style === "label") return `.${listText(value, explode, encode, explode ? "." : ",")}`;
  if (style !== "matrix") return listText(value, explode, encode);
  if (!explode || typeof value !== "object") return `;${encode(name)}=${listText(value, false, encode)}`;
  const pairs = Array.isArray(value) ? value.map((item) => [name, item]) : Object.entries(value);
  return pairs.map(([key, item]) => `;${encode(key)}=${encode(item)}`).join("");
}

function queryPairs(field) {
  const { style, name, reserved } = field.dataset;
  const explode = field.dataset.explode === "true";
  const write = reserved === undefined ? encode : (text) => encodeURI(String(text)).replace(/[#&=+]/g, encodeURIComponent);
  const value = valueOf(field);
  if (typeof value !== "object" || value === null) return [`${encode(name)}=${write(value)}`];
  if (style === "deepObject") return deepPairs(name, value);
  if (explode) return (Array.isArray(value) ? value.map((item) => [name, item]) : Object.entries(value)).map(([key, item]) => `${encode(key)}=${write(item)}`);
  return [`${encode(name)}=${listText(value, false, write, { spaceDelimited: "%20", pipeDelimited: "%7C" }[style] ?? ",")}`];
}

function deepPairs(name, value) {
  if (typeof value !== "object" || value === null) return [`${encode(name)}=${encode(value)}`];
  return Object.entries(value).flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member));
}

function showAnswer(answer, response, text, milliseconds) {
  const line = element("p");
  const status = element("span", { className: `status s${String(response.status).charAt(0)}`, textContent: `${response.status} ${response.statusText}` });
  line.append(status, ` in ${milliseconds} ms`);
  const headers = element("pre", { textContent: [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n") });
  const body = element("pre", { textContent: pretty(text) || "(no body)", tabIndex: 0 });
  answer.replaceChildren(line, headers, body);
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
