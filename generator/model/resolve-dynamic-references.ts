import { escapePointer, pointerTokens } from "../json.ts";
import type { Api } from "./api.ts";
import { pushChildSchemas } from "./child-schemas.ts";
import { schemaById } from "./lookup.ts";
import { mapChildSchemas } from "./map-child-schemas.ts";
import type { Reader } from "./reader.ts";
import type { Discriminator, Schema, SchemaId } from "./schema.ts";
import { schemaRoots } from "./schema-roots.ts";

/** The schema of each anchor that is in the dynamic scope; of two with one name the outer one counts (JSON Schema Core 2020-12 §8.2.3.2). */
type Scope = ReadonlyMap<string, SchemaId>;

const nowhere: Scope = new Map();

// Real documents ask for a handful; a hostile one could for any number.
const mostCopies = 1_000;

/**
 * Makes a reference of every `$dynamicRef`. Where it means one schema or another, depending on the way there, each way gets its own copy of
 * the schemas in between: of a tree that a strict tree is made of there is one with strict trees inside, `…/Tree/of/StrictTree`.
 */
export function resolveDynamicReferences(api: Api, reader: Reader): void {
  if (reader.dynamicReferences.size === 0) return;
  const copies = new Copies(api, reader);
  const roots = [...schemaRoots(api)].filter((schema) => copies.depends(schema));
  // All copies are made of schemas as they were.
  const resolved = roots.map((schema) => copies.resolved(schema, copies.base(schema)));
  api.schemas.push(...copies.finish());
  for (const [index, schema] of roots.entries()) Object.assign(schema, resolved[index]);
}

class Copies {
  readonly #reader: Reader;
  readonly #schemas: ReadonlyMap<SchemaId, Schema>;
  readonly #anchors: ReadonlyMap<SchemaId, ReadonlySet<string>>;
  readonly #ids = new Map<string, SchemaId>();
  readonly #waiting: { id: SchemaId; schema: Schema; scope: Scope }[] = [];

  constructor(api: Api, reader: Reader) {
    this.#reader = reader;
    this.#schemas = schemaById(api);
    this.#anchors = anchorsById(this.#schemas, reader);
  }

  /** Whether what a schema means depends on the way there, or there are such schemas behind its references. */
  depends(root: Schema): boolean {
    return treeOf(root).some((schema) => this.#reader.dynamicReferences.has(schema) || referencesOf(schema).some((id) => (this.#anchors.get(id)?.size ?? 0) > 0));
  }

  /** What is in scope in a schema that no other one led to. */
  base(schema: Schema): Scope {
    return this.#entered(schema, nowhere);
  }

  /** A schema with references alone, as it is meant within a scope. */
  resolved(schema: Schema, outer: Scope): Schema {
    const scope = this.#entered(schema, outer);
    const copy = mapChildSchemas(schema, (child) => this.resolved(child, scope));
    if (schema.ref !== undefined) copy.ref = this.#copyOf(schema.ref, scope);
    if (schema.discriminator !== undefined) copy.discriminator = this.#mapping(schema.discriminator, scope);
    const dynamic = this.#reader.dynamicReferences.get(schema);
    if (dynamic === undefined) return copy;
    const target = this.#copyOf(scope.get(dynamic.anchor) ?? dynamic.target, scope);
    if (copy.ref === undefined) copy.ref = target;
    else copy.allOf = [...(copy.allOf ?? []), { at: `${schema.at}/$dynamicRef`, ref: target }];
    return copy;
  }

  /** The copies, and the copies that these ask for. */
  finish(): Api["schemas"] {
    const made: Api["schemas"] = [];
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      made.push({ id: next.id, schema: this.resolved(next.schema, next.scope) });
    }
    return made;
  }

  #entered(schema: Schema, outer: Scope): Scope {
    const own = this.#reader.dynamicScopes.get(schema);
    return own === undefined ? outer : new Map([...own, ...outer]);
  }

  #mapping({ mapping, defaultTarget, ...rest }: Discriminator, scope: Scope): Discriminator {
    const entries = mapping.map(({ value, target }) => ({ value, target: this.#copyOf(target, scope) }));
    return { ...rest, mapping: entries, ...(defaultTarget !== undefined && { defaultTarget: this.#copyOf(defaultTarget, scope) }) };
  }

  /** The id of a schema as it is meant within a scope: its own where it would mean the same without. */
  #copyOf(id: SchemaId, outer: Scope): SchemaId {
    const schema = this.#schemas.get(id);
    const anchors = this.#anchors.get(id);
    if (schema === undefined || anchors === undefined || anchors.size === 0) return id;
    const scope = only(anchors, this.#entered(schema, outer));
    const usual = only(anchors, this.base(schema));
    const different = [...scope].filter(([name, target]) => usual.get(name) !== target);
    if (different.length === 0) return id;
    const key = JSON.stringify([id, ...scope]);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#ids.size >= mostCopies) {
      this.#reader.warn("dynamic-ref-widened", schema.at, `There are more than ${mostCopies} ways for a $dynamicRef to mean something; here it means what it does without those around it.`);
      return id;
    }
    const copy = this.#freeId(`${id}/of/${different.map(([, target]) => escapePointer(nameOf(target))).join("/")}`);
    this.#ids.set(key, copy);
    this.#waiting.push({ id: copy, schema, scope });
    return copy;
  }

  #freeId(wanted: SchemaId): SchemaId {
    const taken = new Set(this.#ids.values());
    let id = wanted;
    for (let number = 2; taken.has(id); number++) id = `${wanted}/${number}`;
    return id;
  }
}

/** For each named schema the anchors that dynamic references behind it look for. */
function anchorsById(schemas: ReadonlyMap<SchemaId, Schema>, reader: Reader): Map<SchemaId, ReadonlySet<string>> {
  const anchors = new Map([...schemas.keys()].map((id) => [id, new Set<string>()]));
  const targets = new Map<string, SchemaId[]>();
  for (const scope of reader.dynamicScopes.values()) for (const [name, id] of scope) targets.set(name, [...(targets.get(name) ?? []), id]);
  const trees = new Map([...schemas].map(([id, schema]) => [id, treeOf(schema)]));
  const references = new Map([...trees].map(([id, tree]) => [id, new Set(tree.flatMap((schema) => {
    const dynamic = reader.dynamicReferences.get(schema);
    if (dynamic !== undefined) anchors.get(id)?.add(dynamic.anchor);
    return [...referencesOf(schema), ...(dynamic === undefined ? [] : [dynamic.target, ...(targets.get(dynamic.anchor) ?? [])])];
  }))]));
  for (let grew = true; grew;) {
    grew = false;
    for (const [id, ids] of references) {
      const own = anchors.get(id);
      const { size = 0 } = own ?? {};
      for (const target of ids) for (const name of anchors.get(target) ?? []) own?.add(name);
      if ((own?.size ?? 0) > size) grew = true;
    }
  }
  return anchors;
}

function treeOf(root: Schema): Schema[] {
  const tree: Schema[] = [];
  const work = [root];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    tree.push(schema);
    pushChildSchemas(schema, work);
  }
  return tree;
}

function referencesOf({ ref, discriminator }: Schema): SchemaId[] {
  return [ref, discriminator?.defaultTarget, ...(discriminator?.mapping ?? []).map(({ target }) => target)].filter((id) => id !== undefined);
}

function only(names: ReadonlySet<string>, scope: Scope): Scope {
  return new Map([...scope].filter(([name]) => names.has(name)).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What a person would call the schema that an anchor stands in: the component. */
function nameOf(id: SchemaId): string {
  const tokens = pointerTokens(id);
  return (tokens[0] === "components" && tokens[1] === "schemas" ? tokens[2] : tokens.at(-1)) ?? "schema";
}
