import type { ContentContract, Shape } from "./contract.js";
import { shapeReader, type ShapeReader } from "./shape-reader.js";

/** A property of a form, prepared for reading. */
export type FormProperty = {
  readonly name: string;
  readonly shape: ShapeReader;
  /** Without a style it is written in its media type, or in that of what its value is (OAS "Encoding Object"). */
  readonly style: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | undefined;
  readonly explode: boolean;
  readonly contentType: string;
};

/** The properties that a form's schema lists, and those that only its encoding does. */
export function formProperties({ properties = {}, additional }: Shape, encoding: ContentContract<unknown>["encoding"] = {}): FormProperty[] {
  const shapes = new Map(Object.entries(properties));
  const encodings = new Map(Object.entries(encoding));
  return [...new Set([...shapes.keys(), ...encodings.keys()])].map((name) => {
    const { joined: _, ...shape } = shapes.get(name) ?? additional ?? text;
    const { style, explode, contentType = "" } = encodings.get(name) ?? {};
    const isStyled = style !== undefined || explode !== undefined;
    return {
      name, shape: shapeReader(shape), contentType, explode: explode ?? (style ?? "form") === "form", style: isStyled ? (style ?? "form") : undefined,
    };
  });
}

/** What a property is that nobody lists: what the schema says of others, or a text, which may be there several times. */
export function otherProperty({ additional }: Shape): ShapeReader {
  const { joined: _, ...shape } = additional ?? texts;
  return shapeReader(shape);
}

const text: Shape = { scalars: ["string"] };
const texts: Shape = { scalars: ["string"], items: text };
