/** The method as it is sent: `GET` for `get`, and one of 3.2's `additionalOperations` as it is written. */
export function sentMethod(method: string): string {
  return /^[a-z]+$/.test(method) ? method.toUpperCase() : method;
}

/** An operation as it is called in a message: `GET /pets/{id}`. */
export function methodAndPath({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${sentMethod(method)} ${path}`;
}
