/**
 * What schemas that a value fits have looked at of it: the annotations that `unevaluatedProperties` and `unevaluatedItems`
 * depend on (JSON Schema Core §11).
 */
export type Evaluated = {
  names: Set<string>;
  allNames: boolean;
  /** The first so many items. */
  items: number;
  /** Items that `contains` found. */
  indexes: Set<number>;
};

/** Of nothing yet. */
export function nothingEvaluated(): Evaluated {
  return { names: new Set(), allNames: false, items: 0, indexes: new Set() };
}

/** Adds what another schema has looked at. */
export function addEvaluated(to: Evaluated, { names, allNames, items, indexes }: Evaluated): void {
  for (const name of names) to.names.add(name);
  for (const index of indexes) to.indexes.add(index);
  to.allNames ||= allNames;
  to.items = Math.max(to.items, items);
}
