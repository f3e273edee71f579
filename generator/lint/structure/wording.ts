import type { Json } from "../../json.ts";
import { isObject } from "../../json.ts";

/** `an Info Object`, from the name of a definition: `info`, `request-body`, `OAuthFlows`. */
export function objectName(owner: string): string {
  if (owner === "") return "the document";
  const name = owner
    .replace(/-or-reference$/, "")
    .replace(/SubSchema$/, "")
    .replace(/^(\w+)SecurityScheme$/, "$1-security-scheme")
    .split(/-|(?<=[a-z0-9])(?=[A-Z])/)
    .map((word) => (/^oauth/i.test(word) ? `OAuth${word.slice(5)}` : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");
  const article = unique.has(name) ? "the" : /^[AEIOU]/.test(name) ? "an" : "a";
  return `${article} ${name} Object`;
}

/** Objects of which there is one, where they stand. */
const unique = new Set(["Info", "Paths", "Responses", "Components"]);

/** `a string`, `an object`, `null`. */
export function withArticle(type: string): string {
  return type === "null" ? "null" : /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Fields, as `a` and `b`. */
export function listed(fields: readonly string[]): string {
  const quoted = fields.map((field) => `\`${field}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

/** A value as short text: `"abc"`, `42`, `an object`. */
export function shown(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
