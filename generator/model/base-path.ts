import type { Api } from "./api.ts";
import { defaultUrl } from "./default-url.ts";

/** What stands before every path on the document's first server, by its URL and the defaults of the variables: `/v1`, or "". */
export function basePath({ servers: [first] }: Pick<Api, "servers">): string {
  if (first === undefined) return "";
  const [path = ""] = defaultUrl(first).replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i, "").split(/[?#]/);
  const trimmed = path.replace(/\/+$/, "");
  return trimmed === "" || trimmed.startsWith("/") ? trimmed : `/${trimmed}`;
}
