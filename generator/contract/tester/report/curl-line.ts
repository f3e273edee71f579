import type { WireRequest } from "../exchange.ts";
import { splitBySecret } from "./split-by-secret.ts";

/** Texts that nobody should read, and what a shell has in place of them: a token, and `$SPECWRIGHT_AUTH_TOKEN`. */
export type Secrets = ReadonlyMap<string, string>;

/** A line for a shell that sends this request again. A secret is taken from the environment, where it came from there. */
export function curlLine(baseUrl: string, { method, target, headers, body }: WireRequest, secrets: Secrets = new Map()): string {
  const text = body === undefined ? undefined : textOf(body);
  const { origin } = new URL(baseUrl);
  const has = (name: string) => headers.some(([each]) => each.toLowerCase() === name);
  const words = [
    "curl -isg --path-as-is",
    method === "HEAD" ? "--head" : method === "GET" && body === undefined ? "" : `-X ${quoted(method, secrets)}`,
    // What curl adds of its own accord is left away.
    ...["accept", "content-type"].filter((name) => !has(name) && (name === "accept" || body !== undefined)).map((name) => `-H ${name}:`),
    ...headers.map(([name, value]) => `-H ${quoted(value === "" ? `${name};` : `${name}: ${value}`, secrets)}`),
    body === undefined ? "" : text === undefined ? "--data-binary @-" : `--data-raw ${quoted(text, secrets)}`,
    quoted(origin + target, secrets),
  ];
  const line = words.filter((word) => word !== "").join(" ");
  return body !== undefined && text === undefined ? `printf %s ${Buffer.from(body).toString("base64")} | base64 -d | ${line}` : line;
}

/** A body that a shell can be given as a word. */
function textOf(body: Uint8Array): string | undefined {
  const text = Buffer.from(body).toString("utf8");
  const isWord = Buffer.from(text).equals(Buffer.from(body)) && !/[\0-\x08\x0b-\x1f\x7f\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(text);
  return isWord ? text : undefined;
}

/** One word of a POSIX shell, in which nothing is expanded but the names of secrets. */
function quoted(text: string, secrets: Secrets): string {
  let pieces: { readonly text: string; readonly isShell: boolean }[] = [{ text, isShell: false }];
  for (const [secret, shell] of secrets) {
    pieces = pieces.flatMap((piece) => (piece.isShell ? [piece] : splitBySecret(piece.text, secret).flatMap((part, index) => [...(index === 0 ? [] : [{ text: shell, isShell: true }]), { text: part, isShell: false }])));
  }
  const words = pieces.filter((piece) => piece.text !== "").map((piece) => (piece.isShell ? `"${piece.text}"` : plain(piece.text)));
  return words.length === 0 ? "''" : words.join("");
}

function plain(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
