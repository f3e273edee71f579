import type { Decode } from "./decode-text.js";
import { readList, readScalar, type RawPair } from "./read-values.js";
import { setMember } from "./set-member.js";
import { text, type ShapeReader } from "./shape-reader.js";
import { below, Unreadable } from "./unreadable.js";

/**
 * Reads an object of style deepObject, of which OAS says one level only: `[R]=100`. What is nested has further brackets, and items of a
 * list have their index, or empty brackets: `[items][0][price]`, `[tags][]`. Indexes give the order; gaps between them are closed.
 * There may be 32 levels. A bracket in a name cannot be told from one of the style.
 */
export function readDeep(shape: ShapeReader, pairs: readonly RawPair[], decode: Decode, attempt: number): unknown {
  const root = emptyBranch();
  for (const [name, raw] of pairs) {
    const failure = plant(root, name, raw);
    if (failure) return failure;
  }
  return readBranch(shape, root, decode, attempt);
}

/** What stands at a name: texts, or further names. */
type Branch = { readonly raws: string[]; readonly members: Map<string, Branch> };

const maximumDepth = 32;

/** Puts a text in its place: `[items][0]`. */
function plant(root: Branch, name: string, raw: string): Unreadable | undefined {
  if (!name.startsWith("[") || !name.endsWith("]")) return new Unreadable("style", "must have its names in brackets");
  const names = name.slice(1, -1).split("][");
  if (names.length > maximumDepth) return new Unreadable("depth", `must not be nested deeper than ${maximumDepth} levels`);
  let branch = root;
  for (const step of names) {
    const next = branch.members.get(step) ?? emptyBranch();
    branch.members.set(step, next);
    branch = next;
  }
  branch.raws.push(raw);
  return undefined;
}

function readBranch(shape: ShapeReader, branch: Branch, decode: Decode, attempt: number): unknown {
  const { raws, members } = branch;
  const [raw, ...others] = raws;
  if (raw === undefined) {
    if (shape.items && [...members.keys()].every((name) => /^\d*$/.test(name))) return readItems(shape.items, branch, decode, attempt);
    return shape.members || shape === text ? readMembers(shape, branch, decode, attempt) : new Unreadable("style", "must not be nested here");
  }
  if (members.size > 0) return new Unreadable("style", "must be either a value or an object");
  if (shape.items && (others.length > 0 || !shape.scalar)) return readList(shape.items, raws, decode, attempt);
  return others.length > 0 ? new Unreadable("style", "must be given once") : readScalar(shape, raw, decode, attempt);
}

function readItems(item: ShapeReader, { members }: Branch, decode: Decode, attempt: number): unknown {
  const list: unknown[] = [];
  // What has no index comes last.
  const ordered = [...members].sort(([one], [other]) => (Number(one || Infinity) < Number(other || Infinity) ? -1 : 1));
  for (const branch of ordered.flatMap(([name, member]) => (name || !member.raws.length ? [member] : member.raws.map((raw) => ({ ...member, raws: [raw] }))))) {
    const value = readBranch(item, branch, decode, attempt);
    if (value instanceof Unreadable) return below(list.length, value);
    list.push(value);
  }
  return list;
}

function readMembers(shape: ShapeReader, { members }: Branch, decode: Decode, attempt: number): unknown {
  const object: { [name: string]: unknown } = {};
  for (const [name, branch] of members) {
    const value = readBranch(shape.members?.listed.get(name) ?? shape.members?.others ?? text, branch, decode, attempt);
    if (value instanceof Unreadable) return below(name, value);
    setMember(object, name, value);
  }
  return object;
}

function emptyBranch(): Branch {
  return { raws: [], members: new Map() };
}
