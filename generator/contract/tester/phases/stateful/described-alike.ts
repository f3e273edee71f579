import type { Schema } from "../../../../model/schema.ts";
import { membersNamed, partsOf, type Schemas } from "./schema-members.ts";

/** What a request writes and an answer reads: members that both schemas have, and neither says to be only for the other. */
export type Kept = { readonly schemas: Schemas; readonly writing: Schema | undefined; readonly reading: Schema | undefined };

type Both = Kept & { readonly writing: Schema; readonly reading: Schema };

/** A member in both, where they describe it alike and neither keeps it from the other. What that is does not depend on values, and is found once. */
export function bothOf(kept: Kept, name: string): Both | undefined {
  const { writing, reading } = kept;
  if (writing === undefined || reading === undefined) return undefined;
  const ofWriting = known.get(writing) ?? new WeakMap<Schema, Map<string, Both | undefined>>();
  known.set(writing, ofWriting);
  const members = ofWriting.get(reading) ?? new Map<string, Both | undefined>();
  ofWriting.set(reading, members);
  if (!members.has(name)) members.set(name, findBoth(kept, name));
  return members.get(name);
}

const known = new WeakMap<Schema, WeakMap<Schema, Map<string, Both | undefined>>>();

function findBoth({ schemas, writing, reading }: Kept, name: string): Both | undefined {
  const inWriting = membersNamed(schemas, writing, name);
  const inReading = membersNamed(schemas, reading, name);
  const described = [...inWriting, ...inReading].flatMap((schema) => partsOf(schemas, schema));
  if (inWriting.length === 0 || inReading.length === 0 || described.some(({ readOnly, writeOnly }) => readOnly === true || writeOnly === true)) return undefined;
  if (!isAlike(schemas, inWriting, inReading)) return undefined;
  return { schemas, writing: { at: "", anyOf: inWriting }, reading: { at: "", anyOf: inReading } };
}

/** Members of one name that are of other types, or of other lists of values, may be other things. */
function isAlike(schemas: Schemas, some: readonly Schema[], others: readonly Schema[], hops = 0): boolean {
  const [one, other] = [some, others].map((list) => list.flatMap((schema) => partsOf(schemas, schema)));
  const values = (parts: readonly Schema[] = [], of: (part: Schema) => readonly unknown[]) => [...new Set(parts.flatMap(of).map((each) => JSON.stringify(each)))].sort().join();
  const isSame = (of: (part: Schema) => readonly unknown[]) => values(one, of) === values(other, of);
  const listed = (part: Schema) => part.enum ?? (part.const === undefined ? [] : [part.const.value]);
  const items = [one, other].map((parts = []) => parts.flatMap((part) => (part.items === undefined ? [] : [part.items])));
  const isOpen = values(one, listed) === "" || values(other, listed) === "";
  return isSame(({ types = [] }) => types) && isSame(({ format }) => (format === undefined ? [] : [format])) && (isOpen || isSame(listed)) && (hops > 3 || areItemsAlike(schemas, items, hops));
}

function areItemsAlike(schemas: Schemas, [some = [], others = []]: readonly (readonly Schema[])[], hops: number): boolean {
  return some.length === 0 || others.length === 0 || isAlike(schemas, some, others, hops + 1);
}
