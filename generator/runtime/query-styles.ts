import { contentText } from "./content-text.js";
import type { Draft } from "./draft.js";
import { encodeReserved } from "./encode-reserved.js";
import { ArgumentError } from "./errors.js";
import { encodeValue } from "./expand.js";
import type { Part } from "./operation.js";
import { join, spread, spreadDeep } from "./spread.js";
import { encodeForm } from "./urlencoded.js";
import type { FormEncoding } from "./urlencoded.js";

// Each of these stands in the template of its route under its name. With a `key` of its own, which is the name of the argument, it
// does not: its text then follows those of the template.

/** A query parameter of style form whose schema allows anything: `color=blue`, a list, or an object as `formObject` writes it. */
export function formAny(name: string, explode = true, required = false, key = name): Part {
  return styled(name, required, key, (value) => join(spread(key, value, explode, name), "&"));
}

/** A query parameter of style form that is an object: `R=100&G=200`, not exploded `color=R,100,G,200`. */
export const formObject: typeof formAny = formAny;

/** A query parameter of style spaceDelimited: `color=blue%20black`. */
export function spaceDelimited(name: string, required = false, key = name): Part {
  return styled(name, required, key, (value) => join(spread(key, value, false, name), "", encodeValue, "%20"));
}

/** A query parameter of style pipeDelimited: `color=blue%7Cblack`. */
export function pipeDelimited(name: string, required = false, key = name): Part {
  return styled(name, required, key, (value) => join(spread(key, value, false, name), "", encodeValue, "%7C"));
}

/** A query parameter of style deepObject: `color[R]=100&color[G]=200`, with its brackets percent-encoded. */
export function deepObject(name: string, required = false, key = name): Part {
  return styled(name, required, key, (value) => {
    if (value === undefined || value === null) return "";
    if (typeof value !== "object") throw new ArgumentError(key, value);
    return join(spreadDeep(name, value), "&");
  });
}

/** A query parameter that is written in a media type: `filter=%7B%22x%22%3A1%7D`. */
export function contentQuery(name: string, mediaType: string, required = false, key = name): Part {
  return styled(name, required, key, (value, draft) => (value === undefined ? "" : join([[name, [contentText(draft, key, value, mediaType)]]], "")));
}

/** A query parameter of style form with `allowReserved`: `path=/a/b?c`. */
export function reserved(name: string, explode = true, required = false, key = name): Part {
  return styled(name, required, key, (value) => join(spread(key, value, explode, name), "&", encodeReserved));
}

/** A query parameter of style form with `allowEmptyValue`: null, and a list or an object with nothing in it, is sent as `color=`. */
export function emptyValue(name: string, required = false, key = name, explode = true): Part {
  return styled(name, required, key, (value) => {
    const pairs = spread(key, value, explode, name);
    return value === undefined || pairs.length ? join(pairs, "&") : encodeValue(name) + "=";
  });
}

/** The whole query string, in a media type (3.2): a form, or the percent-encoded text of any other. */
export function querystring(mediaType: string, key: string, required = false, encoding: FormEncoding = {}): Part {
  return styled("", required, key, (value, draft) => {
    if (value === undefined) return "";
    const isForm = mediaType.startsWith("application/x-www-form-urlencoded");
    return isForm ? encodeForm(draft, key, value, encoding) : encodeValue(contentText(draft, key, value, mediaType));
  });
}

/** What stands in the place of a query parameter, or behind all others if its argument has a name of its own. */
function styled(name: string, required: boolean, key: string, write: (value: unknown, draft: Draft) => string): Part {
  return (draft, args) => {
    const text = write(args[key], draft);
    if (required && !text) throw new ArgumentError(key, args[key]);
    if (key === name) draft.texts[name] = text;
    else if (text) draft.query.push(text);
  };
}
