import type { ParameterLocation, ParameterStyle } from "./api.ts";
import type { Cursor } from "./cursor.ts";

// OAS "Style Values". The first of each is the default.
const styles: Record<ParameterLocation, readonly [ParameterStyle, ...ParameterStyle[]]> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
  // A query string has a media type instead of a style.
  querystring: ["form"],
};

/** The style of a parameter: its own where that is one for its location, else the location's default. */
export function parameterStyle(cursor: Cursor, location: ParameterLocation): ParameterStyle {
  const [standard] = styles[location];
  const name = cursor.text("style");
  if (name === undefined) return standard;
  const style = styles[location].find((allowed) => allowed === name);
  if (style === undefined) {
    cursor.reader.ignored(cursor.at("style"), `A parameter in ${location} cannot have the style "${name}"; "${standard}" is taken.`);
  }
  return style ?? standard;
}

/** `true` for the name of any style. */
export function isStyle(name: string): name is ParameterStyle {
  return Object.values(styles).some((allowed) => allowed.some((style) => style === name));
}

/** `true` for `path`, `query` and the other places where a parameter can be. */
export function isLocation(name: string): name is ParameterLocation {
  return Object.hasOwn(styles, name);
}
