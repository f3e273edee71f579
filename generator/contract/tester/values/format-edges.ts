/** Texts of the formats of JSON Schema and OAS: plain ones, and those at their edges. */
export const formatEdges: ReadonlyMap<string, readonly string[]> = new Map([
  ["date", ["2026-01-31", "2024-02-29", "1970-01-01", "9999-12-31"]],
  ["date-time", ["2026-01-31T12:00:00Z", "2024-02-29T23:59:59.999Z", "2026-01-31T12:00:00+05:30", "1970-01-01T00:00:00-08:00", "2026-01-31T12:00:00.123456789Z"]],
  ["time", ["12:00:00Z", "23:59:59.999Z", "00:00:00+05:30"]],
  ["duration", ["P1D", "PT1H30M", "P1Y2M3DT4H5M6S", "P2W"]],
  ["email", ["user@example.com", "first.last+tag@sub.example.org", "a@example.com"]],
  ["idn-email", ["user@example.com", "用户@example.com"]],
  ["hostname", ["example.com", "a", "xn--bcher-kva.example", "a-b.c1.example"]],
  ["idn-hostname", ["example.com", "bücher.example"]],
  ["ipv4", ["192.0.2.1", "0.0.0.0", "255.255.255.255"]],
  ["ipv6", ["2001:db8::1", "::", "::ffff:192.0.2.1", "2001:db8:0:0:0:0:0:1"]],
  ["uri", ["https://example.com", "https://user@example.com:8080/a/b?c=d&e=%20#f", "urn:isbn:0451450523", "mailto:user@example.com"]],
  ["uri-reference", ["/path", "https://example.com/a", "?query", "#fragment"]],
  ["iri", ["https://example.com", "https://example.com/ümläut"]],
  ["iri-reference", ["/path", "/ümläut"]],
  ["uri-template", ["/path/{id}", "https://example.com/{?a,b}"]],
  ["uuid", ["123e4567-e89b-42d3-a456-426614174000", "00000000-0000-4000-8000-000000000000", "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF"]],
  ["json-pointer", ["/path", "/a~1b/m~0n/0"]],
  ["relative-json-pointer", ["1/path", "0#"]],
  ["regex", ["^[a-z]+$", "a|b"]],
  ["byte", ["c2FtcGxl", "YQ=="]],
  ["base64url", ["c2FtcGxl", "_-8"]],
]);

/** Texts of formats that standards allow and few servers know: a leap second, and letters in lower case (RFC 3339 §5.6, §5.7). */
export const rareTexts: ReadonlyMap<string, readonly string[]> = new Map([["date-time", ["2016-12-31T23:59:60Z", "2026-01-31t12:00:00z"]]]);
