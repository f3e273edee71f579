import { spread, spreadDeep } from "./spread.js";
import type { Pair } from "./spread.js";

/** What of an Encoding Object is like a query parameter. If any of it is given, `contentType` does not count (OAS "Encoding Object"). */
export type FormStyle = {
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
};

/** `true` where a property is written in a style, not in a media type. */
export function isStyled({ style, explode, allowReserved }: FormStyle): boolean {
  return (style ?? explode ?? allowReserved) !== undefined;
}

/** The names and values that a property is written as. */
export function stylePairs(name: string, value: unknown, { style = "form", explode = style === "form" }: FormStyle): Pair[] {
  return style === "deepObject" ? spreadDeep(name, value) : spread(name, value, explode);
}
