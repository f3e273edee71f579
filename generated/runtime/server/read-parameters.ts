import type { Check, ParameterContract } from "./contract.js";
import { decodePercent } from "./decode-text.js";
import type { ServerRequest } from "./exchange.js";
import type { RequestViolation } from "./problem.js";
import { cookieReader } from "./read-cookies.js";
import { headerReader } from "./read-header.js";
import { queryReader, type QueryOptions } from "./read-query.js";
import { querystringReader } from "./read-querystring.js";
import { settle, type Gathered, type Values } from "./settle.js";
import { slotOf } from "./slot-of.js";

/** Where the parameters of a request stand, as they were sent: nothing is decoded. */
export type RequestTexts = {
  /** What stands in place of the path's placeholders. */
  readonly path: { readonly [name: string]: string };
  /** Without its `?`. */
  readonly query: string;
  readonly headers: ServerRequest["headers"];
};

/** The parameters of a request as values: of headers by their names in lower case. Without violations, they are as the document has them. */
export type ReadParameters = {
  readonly path: Values;
  readonly query: Values;
  readonly headers: Values;
  readonly cookies: Values;
  readonly violations: RequestViolation[];
};

/**
 * Prepares an operation's parameters once, and gives what reads them from each of its requests: the reverse of what OAS "Style Values"
 * says is sent. A text is never guessed at: it follows the grammar of what its schema allows, or it is a violation. Lists are split
 * first and decoded then, so that `%2C` in an item is a comma; but a text or a list of texts is decoded first, so that it is one list
 * whatever was sent. Nothing costs more than linear time. Header and cookie names that nobody declared are ignored.
 */
export function parameterReader(parameters: readonly ParameterContract<Check>[], options: QueryOptions): (texts: RequestTexts) => ReadParameters {
  const within = (location: ParameterContract<Check>["in"]) => parameters.filter((parameter) => parameter.in === location);
  const inPath = within("path").map((parameter) => slotOf(parameter, decodePercent));
  const whole = within("querystring");
  const readQuery = whole.length > 0 ? querystringReader(whole) : queryReader(within("query"), options);
  const inHeaders = within("header").map(headerReader);
  const readCookies = within("cookie").length > 0 ? cookieReader(within("cookie")) : undefined;
  return ({ path: texts, query: text, headers: lines }) => {
    const violations: RequestViolation[] = [];
    const path: Gathered = { values: {}, violations };
    const headers: Gathered = { values: {}, violations };
    const cookies: Gathered = { values: {}, violations };
    for (const slot of inPath) settle(path, slot, textOf(texts, slot.parameter.name));
    const query = readQuery(text, violations);
    for (const read of inHeaders) read(headers, lines);
    readCookies?.(cookies, lines);
    return { path: path.values, query, headers: headers.values, cookies: cookies.values, violations };
  };
}

function textOf(texts: RequestTexts["path"], name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
