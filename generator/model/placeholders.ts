import type { Operation, Parameter } from "./api.ts";

/** What stands in braces in a path, each once: `["owner", "repo"]` for `/repos/{owner}/{repo}`. */
export function placeholdersOf(path: string): string[] {
  return [...new Set(Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name))];
}

/** `id` for `;id*`: some documents write a style into the template, as in RFC 6570. */
export function withoutStyle(placeholder: string): string {
  return placeholder.replace(/^[+.;]/, "").replace(/\*$/, "");
}

/**
 * Whether a parameter has a place in a request: not one of a path that does not have it, and not a header that media types and
 * security say already (OAS "Parameter Object": such a definition "SHALL be ignored").
 */
export function hasPlace({ in: location, name }: Parameter, { path }: Operation): boolean {
  // Most stand in the path as they are called.
  if (location === "path" && /^\w+$/.test(name) && path.includes(`{${name}}`)) return true;
  if (location === "path") return placeholdersOf(path).some((placeholder) => placeholder === name || withoutStyle(placeholder) === name);
  return location !== "header" || !/^(accept|content-type|authorization)$/i.test(name);
}
