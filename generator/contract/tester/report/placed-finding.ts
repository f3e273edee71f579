import type { Finding } from "../finding.ts";

/** A finding, and where in a file the document says so: `{ file: "openapi.yaml", line: 41, column: 9, … }`. */
export type PlacedFinding = Finding & { readonly file: string; readonly line: number; readonly column: number };
