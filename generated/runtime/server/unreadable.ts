/** Why a text means no value: in place of the value. A reading stops at the first. */
export class Unreadable {
  /** Where in the value, as a JSON Pointer. */
  declare readonly path: string;
  declare readonly keyword: UnreadableKeyword;
  /** A sentence without subject. */
  declare readonly message: string;

  constructor(keyword: UnreadableKeyword, message: string, path = "") {
    Object.assign(this, { path, keyword, message });
  }
}

/**
 * `type`: it follows none of the grammars. `style`: it is not written in its style. `encoding`: its percent-encoding or its UTF-8 is
 * broken. `syntax`: it is not JSON. `depth`: it is nested too deeply. `required`: it is not there. `content`: a form is broken.
 */
export type UnreadableKeyword = "type" | "style" | "encoding" | "syntax" | "depth" | "required" | "content";

/** The same, below a member of a value. */
export function below(name: string | number, value: Unreadable): Unreadable {
  return new Unreadable(value.keyword, value.message, `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}${value.path}`);
}

/** What every broken percent-encoding and UTF-8 is answered with. */
export function malformed(): Unreadable {
  return new Unreadable("encoding", "must be percent-encoded UTF-8");
}
