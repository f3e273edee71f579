import type { Json } from "../../../json.ts";
import type { Schema, SchemaId } from "../../../model/schema.ts";
import type { Choose } from "./choices.ts";
import type { Variants } from "./variants.ts";

/** What values are made with. `depth` is how deep in the value we are, `budget` how much may still be made. */
export type Making = {
  readonly schemas: ReadonlyMap<SchemaId, Schema>;
  readonly variants: Variants;
  readonly choose: Choose;
  readonly depth: number;
  readonly budget: { left: number };
  /** Makes what stands inside of a list or an object. */
  readonly make: (schema: Schema, making: Making) => Json;
};
