import type { Api } from "../../model/api.ts";
import { defaultUrl } from "../../model/default-url.ts";
import type { FoundRequest } from "./found-request.ts";

/** The requests that a program sends to URLs which are written in it, and are on a server of the document. */
export function urlRequests(source: string, { servers }: Api): FoundRequest[] {
  const origins = new Set(servers.map(defaultUrl).filter((url) => URL.canParse(url)).map((url) => new URL(url).origin));
  const found = Array.from(source.matchAll(/(["'`])(https?:\/\/[^"'`\s]*)\1/g), ([, , url = ""]) => url);
  const ours = found.filter((url) => URL.canParse(url) && origins.has(new URL(url).origin));
  const method = methodOf(source);
  return ours.map((url) => ({ url, isCut: /[/=]$/.test(url), ...(method !== undefined && { method }) }));
}

/** The method, where the program says one and no other. */
function methodOf(source: string): string | undefined {
  const called = Array.from(source.matchAll(/\b(?:requests|httpx|axios|session)\.(get|post|put|patch|delete|head|options)\(/g), ([, name = ""]) => name.toUpperCase());
  const named = Array.from(source.matchAll(/\bmethod\s*(?::=|[:=])\s*["']([A-Za-z]+)["']/g), ([, name = ""]) => name.toUpperCase());
  const methods = new Set([...called, ...named]);
  const [only] = methods;
  if (methods.size === 1) return only;
  return methods.size === 0 && /\bfetch\(\s*(["'`])[^"'`]*\1\s*\)/.test(source) ? "GET" : undefined;
}
