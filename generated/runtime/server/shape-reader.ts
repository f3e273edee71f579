import type { Shape } from "./contract.js";
import { attemptsOf, describeScalars, scalarReader, type ReadScalar } from "./read-scalar.js";

/** A shape, prepared for reading. */
export type ShapeReader = {
  /** Without it there are no scalars. */
  readonly scalar: ReadScalar | undefined;
  /** `an integer`, where it is one. */
  readonly expected: string;
  readonly joined: boolean;
  readonly binary: boolean;
  readonly items: ShapeReader | undefined;
  /** Without it there are no objects. */
  readonly members: Members | undefined;
  /** How many ways there are to read its texts. */
  readonly attempts: number;
};

/** `others` is what members are that are not listed; without it, they are taken for texts. */
export type Members = { readonly listed: ReadonlyMap<string, ShapeReader>; readonly others: ShapeReader | undefined };

/** Prepares a shape. One that says nothing is a text. */
export function shapeReader({ scalars, items, joined, binary, properties, additional }: Shape): ShapeReader {
  if (!binary && !scalars && !items && !properties && !additional) return text;
  const item = items && shapeReader(items);
  const members = membersOf(properties, additional);
  const inner = [item, ...(members?.listed.values() ?? []), members?.others].map((reader) => reader?.attempts ?? 1);
  return {
    scalar: scalars?.length ? scalarReader(scalars) : binary ? text.scalar : undefined,
    expected: describeScalars(scalars ?? []),
    joined: joined === true,
    binary: binary === true,
    items: item,
    members,
    attempts: Math.max(attemptsOf(scalars), ...inner),
  };
}

/** What is read as it is. */
export const text: ShapeReader = { scalar: (value) => value, expected: "a text", joined: false, binary: false, items: undefined, members: undefined, attempts: 1 };

function membersOf(properties: Shape["properties"], additional: Shape | undefined): Members | undefined {
  if (!properties && !additional) return undefined;
  const listed = new Map(Object.entries(properties ?? {}).map(([name, shape]) => [name, shapeReader(shape)]));
  return { listed, others: additional && shapeReader(additional) };
}
