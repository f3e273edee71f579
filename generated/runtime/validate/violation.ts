/**
 * One way in which a value breaks its schema.
 *
 *     { path: "/address/zip", schema: "/components/schemas/Address/properties/zip", keyword: "pattern", message: "must match ^\\d{5}$" }
 */
export type Violation = {
  /** Where in the value, as a JSON Pointer (RFC 6901); "" is the value itself. */
  readonly path: string;
  /** The schema that says so: a JSON Pointer into the document. */
  readonly schema: string;
  /** The keyword of it that is broken. */
  readonly keyword: string;
  /** A sentence for people, without subject. */
  readonly message: string;
};
