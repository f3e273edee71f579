import { isObject, type Json, member } from "../../../../json.ts";
import type { Schema } from "../../../../model/schema.ts";
import { bothOf, type Kept } from "./described-alike.ts";
import { partsOf } from "./schema-members.ts";

/**
 * The members of what was written that read otherwise: `name`, `address/zip`. A server may write the same in another way (RFC 9110 leaves it to the
 * resource), so only what cannot be the same counts: other truths, other numbers, other plain texts, of members that are described alike in
 * both. What a server mostly sets itself, such as an id or a version, is not looked at.
 */
export function changedMembers(written: Json | undefined, read: Json | undefined, kept: Kept): string[] {
  if (!isObject(written) || !isObject(read)) return [];
  return Object.entries(written).flatMap(([name, value]) => {
    const both = bothOf(kept, name);
    if (both === undefined || ofServers.test(name)) return [];
    const now = member(read, name);
    if (now === undefined) return isWorthKeeping(value) ? [name] : [];
    if (isObject(value) && isObject(now)) return changedMembers(value, now, both).map((each) => `${name}/${each}`);
    const described = [both.writing, both.reading].flatMap((schema) => partsOf(kept.schemas, schema));
    return isOther(value, now, described) ? [name] : [];
  });
}

/** Whether a member is one that is written and read, and not one that a server mostly sets itself. */
export function isKept(kept: Kept, name: string): boolean {
  return !ofServers.test(name) && bothOf(kept, name) !== undefined;
}

const ofServers = /^(?:_?(?:id|uuid|self|href|url|links?)|_?rev(?:ision)?|_?version|etag|(?:created|updated|modified|changed|last)(?:[A-Z_].*)?)$/;

/**
 * The members that one request has set and another, that says all of it anew, has not: they read as they were (RFC 9110 §9.3.4: PUT replaces the
 * state of the resource). What has a default may be as it was.
 */
export function leftMembers(before: Json | undefined, written: Json | undefined, read: Json | undefined, kept: Kept): string[] {
  if (!isObject(before) || !isObject(written) || !isObject(read)) return [];
  return Object.entries(before).flatMap(([name, value]) => {
    const both = bothOf(kept, name);
    const now = member(read, name);
    if (both === undefined || ofServers.test(name) || Object.hasOwn(written, name) || now === undefined || !isWorthKeeping(value)) return [];
    const hasDefault = [both.writing, both.reading].flatMap((schema) => partsOf(kept.schemas, schema)).some((part) => part.default !== undefined);
    return !hasDefault && JSON.stringify(now) === JSON.stringify(value) ? [name] : [];
  });
}

/** The members that were written, and are otherwise in one answer than in another. */
export function waveringMembers(written: Json | undefined, one: Json | undefined, other: Json | undefined, kept: Kept): string[] {
  if (!isObject(written) || !isObject(one) || !isObject(other)) return [];
  const shown = Object.fromEntries(Object.keys(written).flatMap((name) => (Object.hasOwn(one, name) ? [[name, member(one, name) ?? null]] : [])));
  return changedMembers(shown, other, kept);
}

/** The members that differ in two answers, in any way; "" where they are no objects and differ. */
export function differentMembers(one: Json | undefined, other: Json | undefined): string[] {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other) ? [] : [""];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => JSON.stringify(member(one, name)) !== JSON.stringify(member(other, name)));
}

/** What is nothing, or what mostly counts where nothing is said, may be left out. */
function isWorthKeeping(value: Json): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return typeof value === "string" ? value.trim() !== "" : typeof value === "number" && value !== 0;
}

function isOther(before: Json, after: Json, described: readonly Schema[]): boolean {
  if (typeof before === "boolean" && typeof after === "boolean") return before !== after;
  if (typeof before === "number" && typeof after === "number") return isShort(before) && Math.abs(before - after) > 1e-6 * Math.max(1, Math.abs(before));
  if (typeof before === "string" && typeof after === "string") return isOtherText(before, after, described);
  if (Array.isArray(before) && Array.isArray(after) && described.some(({ prefixItems }) => prefixItems !== undefined)) return before.length === after.length && before.some((item, index) => isOther(item, after[index] ?? null, []));
  // Of things in lists, only how many there are: they may be told with more, and in another order.
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && before.every(isObject)) return after.length < new Set(before.map((each) => JSON.stringify(each))).size;
  if (!Array.isArray(before) || !Array.isArray(after) || !before.every(isPlain) || !after.every(isPlain)) return false;
  const sorted = (list: readonly Json[]) => list.map((each) => String(each).trim().toLowerCase()).sort().join("\n");
  return new Set(before).size === before.length && sorted(before) !== sorted(after);
}

/** A server may round what has many digits, as with money. */
function isShort(value: number): boolean {
  return Math.abs(value) < 2 ** 53 && Number(value.toFixed(2)) === value;
}

function isOtherText(before: string, after: string, described: readonly Schema[]): boolean {
  const format = described.find((schema) => schema.format !== undefined)?.format;
  if (format === "date-time") return Number.isFinite(Date.parse(after)) && Math.abs(Date.parse(before) - Date.parse(after)) > 1000;
  // Others are written in several ways: URLs, addresses, numbers of phones.
  if (format !== undefined && format !== "date" && format !== "uuid") return false;
  return isWritten(before) && folded(before) !== folded(after);
}

/** Capitals and marks are no difference to many. */
function folded(text: string): string {
  return text.normalize("NFKD").trim().toLowerCase();
}

/** Texts that nobody has to clean: without markup, blanks that come twice, and what controls how others are shown. */
function isWritten(text: string): boolean {
  return !/[<>&\\\p{C}\p{Zl}\p{Zp}]|\s\s|^\s|\s$/u.test(text) && text !== "";
}

/** Texts that nobody has to clean, escape or normalise. */
function isPlain(value: Json): boolean {
  return typeof value === "string" ? /^[A-Za-z0-9](?:[A-Za-z0-9 _.-]*[A-Za-z0-9])?$/.test(value) && !/ {2}/.test(value) : typeof value === "number" || typeof value === "boolean";
}
