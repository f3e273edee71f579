import type { Schema } from "../model/schema.ts";

/**
 * A text that a schema of strings accepts by format and length; else the name of what it is for. A `pattern` is not looked at: who gives
 * one gives an example as well, or gets a text that says what to put there.
 */
export function sampleString({ format = "", contentEncoding = "", minLength = 0, maxLength = Infinity }: Schema, name: string): string {
  const text = formats.get(format) ?? (contentEncoding === "base64" ? "c2FtcGxl" : name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").slice(0, 40));
  const long = text === "" ? "text" : text;
  return long.padEnd(Math.min(minLength, 1000), long).slice(0, maxLength);
}

const formats: ReadonlyMap<string, string> = new Map([
  ["date", "2026-01-31"],
  ["date-time", "2026-01-31T12:00:00Z"],
  ["time", "12:00:00Z"],
  ["duration", "P1D"],
  ["email", "user@example.com"],
  ["idn-email", "user@example.com"],
  ["hostname", "example.com"],
  ["idn-hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["uri", "https://example.com"],
  ["url", "https://example.com"],
  ["iri", "https://example.com"],
  ["uri-reference", "/path"],
  ["iri-reference", "/path"],
  ["uuid", "123e4567-e89b-42d3-a456-426614174000"],
  ["json-pointer", "/path"],
  ["byte", "c2FtcGxl"],
]);
