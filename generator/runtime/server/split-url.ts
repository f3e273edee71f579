/** A URL's path, and its query without the question mark, as they were sent. */
export type SplitUrl = { readonly path: string; readonly query: string };

/**
 * Splits a request target (RFC 9112 §3.2): in absolute form (`http://host/path`) scheme and authority are left out. `undefined`
 * where the path does not stand below the base path, or has segments of one or two dots, which clients resolve before they ask
 * (RFC 3986 §5.2.4).
 */
export function splitUrl(url: string, basePath: string): SplitUrl | undefined {
  const target = url.startsWith("/") ? url : pathOfAbsolute(url);
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  if (!path.startsWith(basePath) || path[basePath.length] !== "/" || hasDotSegments(path)) return undefined;
  return { path: basePath ? path.slice(basePath.length) : path, query: mark < 0 ? "" : target.slice(mark + 1) };
}

/** Few paths have a dot or a percent sign: to look for one character is quicker. */
function hasDotSegments(path: string): boolean {
  return (path.includes(".") || path.includes("%")) && dotSegments.test(path);
}

const dotSegments = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

function pathOfAbsolute(url: string): string {
  const authority = /^[a-z][a-z\d+.-]*:\/\/[^/?#]+/i.exec(url)?.[0] ?? "";
  const rest = url.slice(authority.length);
  return authority && !rest.startsWith("/") ? `/${rest}` : rest;
}
