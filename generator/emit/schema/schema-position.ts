import type { Schema, SchemaId } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import type { TypeExpression } from "../../print/type-expression.ts";

/** Where a schema stands while its type is made. */
export type Position = {
  view: View;
  /**
   * The named types that are being declared with nothing between them and here, outermost first: their names may not be used
   * here. Empty inside an object or a list, where every name may.
   */
  aliases: readonly SchemaId[];
  /** What has been expanded in this declaration so far, in place of names that may not be used. */
  expansion: Expansion;
  /** `true` inside a member of a union that is itself at the top of the alias. */
  inUnion: boolean;
  /** Schemas that hold for the same value: where an `allOf` member says `required`, the property may be declared in these. */
  around: readonly Schema[];
  /** Properties around this that are not where they are declared, but where a `required` names them, outermost first. */
  retold: readonly Schema[];
};

/** `common`: what holds for the whole declaration already. `left`: how often a name may still be expanded. */
export type Expansion = { common: Set<SchemaId>; left: number };

/** The position of the schema that a named type is declared by. */
export function declaredPosition(view: View, aliases: readonly SchemaId[]): Position {
  return { view, aliases, expansion: { common: new Set(), left: 50 }, inUnion: false, around: [], retold: [] };
}

/** The position of a schema that is no part of a named type. */
export function freePosition(view: View): Position {
  return view === "request" ? inRequest : inResponse;
}

/** The position of a schema in an object or a list that stands at the given one. */
export function innerPosition({ view, retold }: Position): Position {
  return retold.length === 0 ? freePosition(view) : { ...freePosition(view), retold };
}

// Where every name may be used, nothing is expanded.
const none: Expansion = { common: new Set(), left: 0 };

const inRequest: Position = { view: "request", aliases: [], expansion: none, inUnion: false, around: [], retold: [] };
const inResponse: Position = { view: "response", aliases: [], expansion: none, inUnion: false, around: [], retold: [] };

/** Makes the type of a schema inside another one; handed down, as objects and lists hold schemas that hold objects and lists. */
export type TypeOf = (schema: Schema, plan: TypePlan, position: Position) => TypeExpression;
