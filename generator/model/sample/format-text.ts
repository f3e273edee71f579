import type { Attempt } from "./making.ts";
import type { Random } from "./random.ts";

/** A text of a format (JSON Schema Validation §7.3, OAS format registry); `undefined` for one that is not known here. */
export function formatText(format: string, { number, random }: Attempt, isRandom: boolean): string | undefined {
  const make = formats.get(format);
  if (make === undefined) return undefined;
  return make(isRandom ? 1 + random.below(999) : number, random, isRandom);
}

/** Gives the `index`-th text of a format: each has as many as anybody asks for. */
type Make = (index: number, random: Random, isRandom: boolean) => string;

const two = (value: number) => String(value).padStart(2, "0");
const dateOf: Make = (index) => `${2026 - (index % 40)}-${two(1 + (index % 12))}-${two(31 - (index % 4) * 3 - (index % 12 === 0 ? 0 : 4))}`;
const timeOf: Make = (index) => `${two((12 + index) % 24)}:${two((index * 7) % 60)}:00Z`;
const host: Make = (index) => (index === 0 ? "example.com" : `host${index}.example.com`);
const mail: Make = (index) => `user${index || ""}@example.com`;
const address: Make = (index) => `https://example.com${index === 0 ? "" : `/${index}`}`;
const path: Make = (index) => `/path${index || ""}`;

const uuid: Make = (index, random, isRandom) => {
  if (!isRandom) return `123e4567-e89b-42d3-a456-${String(426614174000 + index)}`;
  const digits = (count: number) => Array.from({ length: count }, () => random.below(16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
};

const base64: Make = (index) => btoa(index === 0 ? "sample" : `sample${index}`);

const formats: ReadonlyMap<string, Make> = new Map([
  ["date", dateOf],
  ["date-time", (index, ...rest) => `${dateOf(index, ...rest)}T${timeOf(index, ...rest)}`],
  ["iso-date-time", (index, ...rest) => `${dateOf(index, ...rest)}T${timeOf(index, ...rest)}`],
  ["time", timeOf],
  ["iso-time", timeOf],
  ["duration", (index) => `P${index + 1}D`],
  ["email", mail],
  ["idn-email", mail],
  ["hostname", host],
  ["idn-hostname", host],
  ["ipv4", (index) => `192.0.2.${1 + (index % 254)}`],
  ["ipv6", (index) => `2001:db8::${(1 + index).toString(16)}`],
  ["uri", address],
  ["url", address],
  ["iri", address],
  ["uri-reference", path],
  ["iri-reference", path],
  ["uri-template", (index) => `/path${index || ""}/{id}`],
  ["uuid", uuid],
  ["json-pointer", path],
  ["json-pointer-uri-fragment", (index) => `#/path${index || ""}`],
  ["relative-json-pointer", (index) => `${index}/path`],
  ["regex", (index) => `^[a-z]{${index + 1}}$`],
  ["byte", base64],
  ["base64", base64],
  ["base64url", (index, ...rest) => base64(index, ...rest).replace(/=+$/, "")],
]);
