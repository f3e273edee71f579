/** A value, or a promise of one. */
export type Awaitable<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is there, so that what needs no waiting is done in the same turn. */
export function after<Value, Next>(value: Awaitable<Value>, next: (value: Value) => Awaitable<Next>): Awaitable<Next> {
  return isPromise(value) ? Promise.resolve(value).then(next) : next(value);
}

/** Whether a value has to be waited for. */
export function isPromise<Value>(value: Awaitable<Value>): value is Promise<Value>;
export function isPromise(value: { readonly then?: unknown } | null | undefined): boolean {
  return typeof value === "object" && value !== null && typeof value.then === "function";
}
