/** The same object without the members that are `undefined`, so that what is absent in the document is absent here. */
export function present<T extends object>(object: T): T {
  // From the end: an engine forgets the last member at no cost.
  for (const key of Object.keys(object).reverse()) {
    if (Reflect.get(object, key) === undefined) Reflect.deleteProperty(object, key);
  }
  return object;
}
