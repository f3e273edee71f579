import type { Asked } from "../warehouse/exchange.ts";
import type { Parcel } from "./depot.ts";
import { refuse } from "./refuse.ts";

/** The ETag of a parcel. */
export function etagOf({ id, version }: Parcel): string {
  return `"${id.slice(0, 8)}.${version}"`;
}

/** Whether who asks knows the parcel as it is (RFC 9110 §13.1.2, §13.1.3). */
export function isFresh({ headers }: Asked, parcel: Parcel): boolean {
  const known = headers.get("if-none-match");
  if (known !== undefined) return known.trim() === "*" || tagsOf(known).some((tag) => tag.replace(/^W\//, "") === etagOf(parcel));
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return !Number.isNaN(since) && Math.floor(parcel.changed.getTime() / 1000) * 1000 <= since;
}

/** Refuses what was meant for another state of a parcel (RFC 9110 §13.1.1). */
export function expectMatch({ headers }: Asked, parcel: Parcel): void {
  const wanted = headers.get("if-match");
  if (wanted !== undefined && wanted.trim() !== "*" && !tagsOf(wanted).includes(etagOf(parcel))) refuse(412, "It is not so any more");
}

function tagsOf(text: string): string[] {
  return text.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
