import type { Json } from "../../json.ts";
import type { Schema, SchemaId } from "../schema.ts";
import type { Random } from "./random.ts";

/** What every step of making a value needs. */
export type Making = {
  readonly schemas: ReadonlyMap<SchemaId, Schema>;
  /** The names of the properties that a schema lists, without those that who sends the value does not have. */
  readonly shown: (schema: Schema) => readonly string[];
  /** Whether objects have all their properties, or what they require and their author gave examples of. */
  readonly fill: () => "all" | "required";
  /** Whether values vary, and examples of the document are not looked at. */
  readonly isRandom: boolean;
  readonly fits: (schema: Schema, value: Json) => boolean;
  /** A value that fits all of the schemas and is none of `others`; `undefined` where none is found. */
  readonly make: (demand: readonly Schema[], place: Place, others?: readonly Json[]) => Json | undefined;
};

/** Where a value stands: what it is called, how deep, and which named schemas it is a part of. */
export type Place = { readonly name: string; readonly depth: number; readonly around: ReadonlySet<SchemaId> };

/** One of several tries at a value: the first is the plainest, and later ones choose otherwise. */
export type Attempt = { readonly number: number; readonly random: Random };
