/** A status for a response: of a range or `default` one that is not documented by itself. */
export function codeOf({ status }: { status: string }): number {
  return /^\d{3}$/.test(status) ? Number(status) : /^\dXX$/i.test(status) ? Number(`${status.charAt(0)}18`) : 599;
}
