import { contentText } from "./content-text.js";
import { encodeReservedInPath } from "./encode-reserved.js";
import { encodeValue } from "./expand.js";
import type { Part } from "./operation.js";
import { join, spread } from "./spread.js";

// `expand` refuses what these leave empty, and texts of one or two dots.

/** A path parameter of style label: `.blue,black`, exploded `.blue.black` or `.R=100.G=200`. */
export function label(name: string, explode = false, key = name): Part {
  return ({ texts }, args) => {
    const text = join(spread(key, args[key], explode, null), ".");
    texts[name] = text && "." + text;
  };
}

/** A path parameter of style matrix: `;color=blue,black`, exploded `;color=blue;color=black` or `;R=100;G=200`. */
export function matrix(name: string, explode = false, key = name): Part {
  return ({ texts }, args) => {
    // RFC 6570 §3.2.7: no "=" where nothing follows.
    texts[name] = spread(key, args[key], explode, name).map((pair) => ";" + join([pair], "").replace(/=$/, "")).join("");
  };
}

/** A path parameter of style simple that may be an object: `R,100,G,200`, exploded `R=100,G=200`. */
export function simpleObject(name: string, explode = false, key = name): Part {
  return ({ texts }, args) => {
    texts[name] = join(spread(key, args[key], explode, null), ",");
  };
}

/** A path parameter of style simple with `allowReserved` (3.2): `a:b@c`. */
export function reservedPath(name: string, explode = false, key = name): Part {
  return ({ texts }, args) => {
    texts[name] = join(spread(key, args[key], explode, null), ",", encodeReservedInPath);
  };
}

/** A path parameter that is written in a media type: `%7B%22x%22%3A1%7D`. */
export function contentPath(name: string, mediaType: string, key = name): Part {
  return (draft, args) => {
    draft.texts[name] = args[key] === undefined ? "" : encodeValue(contentText(draft, key, args[key], mediaType));
  };
}
