import type { Json } from "../json.ts";

/** What headers look like whose grammar a standard has, whatever a document says of it: most say that they are texts. */
export const knownHeaders: ReadonlyMap<string, Json> = new Map([
  ["accept-ranges", "bytes"],
  ["allow", "GET"],
  ["cache-control", "max-age=60"],
  ["content-disposition", "inline"],
  ["content-language", "en"],
  ["deprecation", "@1767225600"],
  ["etag", '"1"'],
  ["expires", "Thu, 01 Jan 2026 00:00:00 GMT"],
  ["last-modified", "Thu, 01 Jan 2026 00:00:00 GMT"],
  ["link", '</>; rel="self"'],
  ["location", "/"],
  ["retry-after", "60"],
  ["set-cookie", "name=value"],
  ["sunset", "Fri, 31 Dec 2100 23:59:59 GMT"],
  ["vary", "Accept"],
  ["www-authenticate", "Basic"],
]);
