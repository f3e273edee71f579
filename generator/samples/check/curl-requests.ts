import type { FoundRequest } from "./found-request.ts";
import { shellCommands } from "./shell-commands.ts";

/** What the `curl` commands of a shell script send. */
export function curlRequests(script: string): FoundRequest[] {
  return shellCommands(script).flatMap((words) => {
    const start = words.findIndex((word) => /(^|\/)curl(\.exe)?$/.test(word));
    return start < 0 ? [] : requestOf(words.slice(start + 1));
  });
}

type Read = { urls: string[]; data: string[]; method?: string; isGet: boolean; implied?: string };

function requestOf(words: readonly string[]): FoundRequest[] {
  const read: Read = { urls: [], data: [], isGet: false };
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const option = optionOf(word);
    if (option === undefined) read.urls.push(word);
    else if (!takesValue(option.name)) readFlag(option.name, read);
    else readValue(option.name, option.value ?? words[++index] ?? "", read);
  }
  const method = read.method ?? (read.isGet ? "GET" : read.implied ?? (read.data.length > 0 ? "POST" : "GET"));
  return read.urls.map((url) => ({ method, url: read.isGet && read.data.length > 0 ? `${url}${url.includes("?") ? "&" : "?"}${read.data.join("&")}` : url }));
}

/** `{ name: "X", value: "POST" }` for `-XPOST`, and for `-sXPOST`, whose first letter has no value. */
function optionOf(word: string): { name: string; value?: string } | undefined {
  if (word.startsWith("--")) return { name: word };
  if (!word.startsWith("-") || word === "-") return undefined;
  for (let index = 1; index < word.length; index++) {
    const name = word.charAt(index);
    if (takesValue(name)) return { name, ...(index + 1 < word.length && { value: word.slice(index + 1) }) };
    if (name === "G" || name === "I") return { name };
  }
  return { name: "" };
}

function takesValue(name: string): boolean {
  return (name.length === 1 && "XdFHAbceouwxmKETUrCyYzQPDt".includes(name)) || long.has(name);
}

/** Those of curl's long options that have a value and are seen in samples. */
const long: ReadonlySet<string> = new Set([
  "request", "data", "data-raw", "data-binary", "data-ascii", "data-urlencode", "json", "form", "form-string", "header", "user", "user-agent", "cookie",
  "cookie-jar", "referer", "output", "write-out", "proxy", "max-time", "connect-timeout", "cacert", "capath", "cert", "key", "retry", "retry-delay", "resolve",
  "interface", "config", "upload-file", "url", "range", "oauth2-bearer", "aws-sigv4", "unix-socket", "limit-rate", "max-redirs", "ciphers", "dump-header",
].map((name) => `--${name}`));

function readFlag(name: string, read: Read): void {
  if (name === "G" || name === "--get") read.isGet = true;
  if (name === "I" || name === "--head") read.implied = "HEAD";
}

function readValue(name: string, value: string, read: Read): void {
  if (name === "X" || name === "--request") read.method = value;
  else if (name === "--url") read.urls.push(value);
  else if (name === "T" || name === "--upload-file") read.implied = "PUT";
  else if (/^(d|F|--data.*|--json|--form.*)$/.test(name)) read.data.push(value);
}
