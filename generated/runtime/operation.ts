import type { Draft } from "./draft.js";

/**
 * One operation of an API: its route, and the parts of it that are not plain. What it takes and gives is known to the compiler only.
 *
 *     operation<ListPetsRequest, ListPetsResult>("GET /pets{?limit,tag*}", accept("application/xml"))
 *
 * The route is a method and a URI Template (RFC 6570); a `!` behind a name says that it must be given. Arguments that no part and
 * no template asks for are not sent. An argument `body` is sent as JSON unless a part says otherwise.
 */
export type Operation<Request, Result> = {
  readonly route: string;
  readonly parts: readonly Part[];
  /** Never there: it ties the types to the value. */
  readonly types?: (request: Request) => Result;
};

/** Adds to a request what the route cannot say: a header, a cookie, a form, credentials, how a kind of response is read. */
export type Part = (draft: Draft, args: Arguments) => void | Promise<void>;

/** Arguments by name, as `send` takes them. */
export type Arguments = { readonly [name: string]: unknown };

/** An operation, or a row of a table of operations. */
export type Row = string | readonly [route: string, ...parts: Part[]];

/** An operation as a value: `operation<GetPetRequest, GetPetResult>("GET /pets/{id}")`. */
export function operation<Request, Result>(route: string, ...parts: Part[]): Operation<Request, Result> {
  return { route, parts };
}
