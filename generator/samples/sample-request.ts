import type { Json } from "../json.ts";

/**
 * The request that the samples of an operation send, before any language has put it into words.
 *
 *     { method: "POST", url: [{ variable: "BASE_URL" }, "/pets"], headers: [], body: { kind: "json", mediaType: "application/json", value: {} } }
 */
export type SampleRequest = {
  method: string;
  /** Percent-encoded. */
  url: Text;
  /** `Content-Type` is not among them: the body has it. */
  headers: { name: string; value: Text }[];
  /** The names of the variables that hold a user's name and password (RFC 7617). */
  basic?: { username: string; password: string };
  body?: SampleBody;
};

/** A text that holds what only the reader knows: `["ApiKey ", { variable: "API_KEY" }]`. A variable is one of the environment. */
export type Text = readonly (string | Variable)[];

export type Variable = { variable: string };

export type SampleBody = { mediaType: string } & (
  | { kind: "json"; value: Json }
  /** Text as it is sent: a form, lines, words. `value` is what the generated client takes for it. */
  | { kind: "text"; text: string; value: Json }
  /** The bytes of a file. */
  | { kind: "file"; fileName: string }
  | { kind: "multipart"; parts: SamplePart[] }
);

/** One part of a form (RFC 7578): `value` is text, or JSON where that is the part's media type. */
export type SamplePart = { name: string; contentType?: string } & ({ value: Json } | { fileName: string });
