import type { Violation } from "../validate/violation.js";

/**
 * What a document says about one operation, as a server needs it: how a request is read and judged, and what may be answered.
 * Plain data but for the checks. A model has schemas in place of checks; what generated code runs on has functions.
 *
 *     { method: "POST", path: "/pets/{id}", parameters: [{ name: "id", in: "path", required: true, style: "simple", explode: false,
 *       shape: { scalars: ["integer"] }, check: {…} }], responses: [{ status: "204", headers: [], content: [] }], security: [] }
 */
export type Contract<Check> = {
  /** As it is sent: `POST`. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly ParameterContract<Check>[];
  readonly body?: BodyContract<Check>;
  readonly responses: readonly ResponseContract<Check>[];
  /** Any one of these suffices, and all schemes of it are asked for. Empty: no credentials are. An empty alternative is anonymous. */
  readonly security: readonly (readonly SchemeUse[])[];
};

/** Judges a value: whether it fits its schema, and in which ways it does not. */
export type Check = {
  readonly is: (value: unknown) => boolean;
  readonly violations: (value: unknown) => Violation[];
};

/** How one parameter is read from a request. Names of members are OpenAPI's. */
export type ParameterContract<Check> = {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  readonly required?: boolean;
  readonly style: "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";
  readonly explode: boolean;
  readonly allowEmptyValue?: boolean;
  /** The media type that the text is of, where it is written in one and not in a style. */
  readonly content?: ContentContract<Check>;
  readonly shape: Shape;
  readonly check?: Check;
  /** What an absent one counts as: the schema's `default`. */
  readonly default?: unknown;
};

/**
 * What a text can mean: which kinds of values the schema of a parameter, or of a form's property, allows.
 *
 *     { items: { scalars: ["integer"] } }                                list of integers
 *     { properties: { R: { scalars: ["integer"] } }, additional: {…} }   object
 *     { scalars: ["string"], items: { scalars: ["string"] }, joined: true }
 */
export type Shape = {
  readonly scalars?: readonly Scalar[];
  readonly items?: Shape;
  /** A text or a list of texts: both are the same on the wire, so it is decoded first, then split, and always a list. */
  readonly joined?: true;
  /** Bytes: in a multipart body, a part of it is a file whatever it says about itself. */
  readonly binary?: true;
  readonly properties?: { readonly [name: string]: Shape };
  /** Members that are not listed. Without it, they are taken for texts. */
  readonly additional?: Shape;
};

/**
 * `integer` is one of any size: beyond 2^53 a bigint. Of several, the first whose grammar a text follows; `string` is the last, for it
 * follows that always, and `null` beside it is a text.
 */
export type Scalar = "null" | "boolean" | "integer" | "number" | "string";

/** The body of a request. */
export type BodyContract<Check> = { readonly required: boolean; readonly content: readonly ContentContract<Check>[] };

/** One media type of a body: how it is read or written, and what it must be. */
export type ContentContract<Check> = {
  /** As the document writes it: `application/json`, `image/*`. */
  readonly mediaType: string;
  readonly kind: ContentKind;
  /** Of `events`: their data is JSON, and a value to programs. */
  readonly json?: boolean;
  /** For `lines` and `events`: of each item; an event is `{ data, event, id }`. */
  readonly check?: Check;
  /** Of forms: what the texts of properties mean. */
  readonly shape?: Shape;
  /** Of forms: how each property is written, where it is not as OAS has it by default. */
  readonly encoding?: { readonly [property: string]: EncodingContract };
  readonly example?: unknown;
};

/** `binary` is bytes. `multipart` is `multipart/form-data`; other kinds of multipart are bytes. */
export type ContentKind = "json" | "urlencoded" | "multipart" | "lines" | "events" | "text" | "binary";

/** OAS "Encoding Object". */
export type EncodingContract = {
  readonly contentType?: string;
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode?: boolean;
};

/** What may be answered with one status, range or `default`. */
export type ResponseContract<Check> = {
  readonly status: string;
  readonly headers: readonly HeaderContract<Check>[];
  /** Empty: there is no body. */
  readonly content: readonly ContentContract<Check>[];
};

/** A header of a response. It is written in style simple, or in a media type. */
export type HeaderContract<Check> = {
  readonly name: string;
  readonly required?: boolean;
  readonly explode: boolean;
  readonly content?: string;
  readonly check?: Check;
};

/** A security scheme that an operation asks for: `{ scheme: "oauth", scopes: ["read"] }`. */
export type SchemeUse = { readonly scheme: string; readonly scopes: readonly string[] };

/** How credentials of a scheme are found in a request. `prefix` stands before an apiKey's value: `ApiKey `. */
export type SchemeContract =
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly parameter: string; readonly prefix?: string }
  | { readonly kind: "basic" }
  /** Also of OAuth 2 and OpenID Connect. */
  | { readonly kind: "bearer" }
  /** Another scheme of the header `Authorization` (RFC 9110 §11.6.2). */
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "mutualTLS" };
