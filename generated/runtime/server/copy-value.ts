import { setMember } from "./set-member.js";

/** A JSON value again, of which the first shares nothing. */
export function copyValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyValue);
  const copy: { [name: string]: unknown } = {};
  for (const [name, member] of Object.entries(value)) setMember(copy, name, copyValue(member));
  return copy;
}
