/** The query of a request, for those who look at it before or after the router does: `queryOf("/x?pretty=true").get("pretty")`. */
export function queryOf(url: string): URLSearchParams {
  const mark = url.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : url.slice(mark));
}
