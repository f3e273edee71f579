/**
 * Sets a member of an object as JSON.parse does: `__proto__` is a name like any other (it would set the prototype otherwise).
 */
export function setMember(object: { [name: string]: unknown }, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  else object[name] = value;
}
