/** The method as it is sent: `GET` for `get`, and one of 3.2's `additionalOperations` as it is written. */
export function sentMethod(method: string): string {
  return /^[a-z]+$/.test(method) ? method.toUpperCase() : method;
}
