import type { Schema } from "../model/schema.ts";
import type { Change, Direction } from "./change.ts";
import type { Sides } from "./sides.ts";

/** Where two schemas are compared, and who sends their values. */
export type SchemaPlace = {
  readonly sides: Sides;
  readonly where: string;
  readonly direction: Direction;
  readonly thing: "body" | "parameter" | "header";
  /** The place in the value: `/items/0`. */
  readonly path?: string;
  /** The pairs of schemas that were compared on the way here. */
  readonly seen?: ReadonlySet<string>;
};

/** What is different between two schemas, and in what they hold. */
export type CompareSchemas = (base: Schema, revision: Schema, place: SchemaPlace) => Change[];
