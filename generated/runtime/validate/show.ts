/** A value of a schema as a person would write it, cut where it is long: `"cat"`. */
export function show(value: unknown): string {
  const text = JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? Number(member) : member));
  return cut(typeof value === "bigint" ? String(value) : text ?? String(value), 100);
}

/** `"a", "b", "c"`; of many the first ones. */
export function showList(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map(show).join(", ");
  return cut(shown, 300) + (values.length > 12 ? `, … (${values.length})` : "");
}

/** A text that is not longer than it should be. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
