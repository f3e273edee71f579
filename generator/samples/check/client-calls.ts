import { partsOf } from "../../model/identifier.ts";
import type { Language } from "../language-of.ts";

/** A call of a client's method: its name in letters only, `securityclearapikeycache`, and the names of its arguments if they can be read. */
export type ClientCall = { written: string; name: string; argumentNames?: string[] };

/** The calls of what a program calls its `client`: `client.security.clearApiKeyCache({ ids })`, `$client->security()->clearApiKeyCache([…])`. */
export function clientCalls(source: string, language: Language): ClientCall[] {
  return Array.from(source.matchAll(/\bclient((?:(?:\.|->|\?\.)\w+(?:\(\))?)*(?:\.|->)\w+)\s*\(/g), (match) => {
    const written = match[1] ?? "";
    const inside = source.slice(match.index + match[0].length);
    const names = argumentNames(inside, language);
    return { written: `client${written}`, name: plainName(written.replace(/Async$/, "")), ...(names !== undefined && { argumentNames: names }) };
  });
}

/** A name in the spelling that all languages share. */
export function plainName(name: string): string {
  return partsOf(name).join("").toLowerCase();
}

/** The names at the top of what a call is given; `undefined` where there may be others. */
function argumentNames(inside: string, language: Language): string[] | undefined {
  const members = topMembers(inside);
  const [only = ""] = members;
  switch (language) {
    case "javascript":
      return members.length === 0 ? [] : only.startsWith("{") ? named(topMembers(only.slice(1)), /^(?:["'`]?)([\w$-]+)["'`]?\s*(?::|$)/) : undefined;
    case "php":
      return members.length === 0 ? [] : only.startsWith("[") ? named(topMembers(only.slice(1)), /^["']([^"']+)["']\s*=>/) : undefined;
    case "python":
      return named(members, /^(\w+)\s*=(?!=)/);
    case "ruby":
      return named(members, /^:?["']?(\w+)["']?(?::\s|\s*=>)/);
    default:
      return undefined;
  }
}

function named(members: readonly string[], pattern: RegExp): string[] | undefined {
  const names = members.map((member) => pattern.exec(member)?.[1]);
  return names.every((name) => name !== undefined) ? names.filter((name) => name !== undefined) : undefined;
}

/** What stands between the commas up to the bracket that closes. */
function topMembers(text: string): string[] {
  const members: string[] = [];
  let [depth, start, at] = [0, 0, 0];
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (`"'\``.includes(character)) at = endOfString(text, at);
    else if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character) && depth-- === 0) break;
    else if (character === "," && depth === 0) {
      members.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...members, text.slice(start, at)].map((member) => member.trim()).filter((member) => member !== "");
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === text.charAt(start)) return at;
  }
  return text.length;
}
