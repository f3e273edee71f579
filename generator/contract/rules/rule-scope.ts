import type { Json } from "../../json.ts";

/** What the expressions of rules can name. Names of headers are in lower case. */
export type RuleScope = {
  readonly body: unknown;
  readonly headers: { readonly [name: string]: string };
  readonly status: number;
  readonly request: {
    readonly path: Texts;
    readonly query: Texts;
    readonly headers: { readonly [name: string]: string };
    readonly body: Json | undefined;
  };
};

/** Values of parameters by their names: as the document types them, or texts where it does not know them. */
export type Texts = { readonly [name: string]: unknown };
