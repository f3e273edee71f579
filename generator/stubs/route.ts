/** `GET /pets/{id}` as it stands in comments: in one line, and with nothing in it that would end a comment. */
export function cleanRoute(route: string): string {
  return route.replaceAll("*/", "*\\/").replace(/[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu, " ").trimEnd();
}

/** What is alike for a route and the same one with other names for its parameters (OAS "Path Templating": both are one path). */
export function routeKey(route: string): string {
  return route.replace(/\{[^{}]*\}/g, "{}");
}
