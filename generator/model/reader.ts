import type { Diagnostic, DiagnosticCode } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Json, JsonObject } from "../json.ts";
import { valueAt } from "../json.ts";
import type { Document } from "../load/document.ts";
import type { SecurityRequirement } from "./api.ts";
import type { Pointer, Schema, SchemaId } from "./schema.ts";
import { Shelves } from "./shelf.ts";

// More than anybody reads; a hostile document could have billions.
const mostDiagnostics = 10_000;
const mostErrors = 1_000;

/** What building one document reads from, and what it finds on the way: problems, and what others refer to. */
export class Reader {
  readonly root: JsonObject;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #errors: Diagnostic[] = [];
  /** The target of every schema's `$ref`, in the order they were met. */
  readonly referenced = new Set<SchemaId>();
  /** Every schema by the object it was built from, so that a deep `$ref` gets the one that stands there. */
  readonly schemas = new Map<JsonObject, Schema>();
  /** `$dynamicRef`s that can lead to several schemas: by which anchor, and where to if nothing around has it. */
  readonly dynamicReferences = new Map<Schema, { anchor: string; target: SchemaId }>();
  /** What schemas bring into the dynamic scope: the schema of each anchor. */
  readonly dynamicScopes = new Map<Schema, ReadonlyMap<string, SchemaId>>();
  /** Every other thing that can be referred to. */
  readonly shelves = new Shelves();
  /** The document's `security`, which counts for operations without their own. */
  security: SecurityRequirement[] = [];
  readonly #document: Document;
  readonly #resolved = new Map<Pointer, Json | undefined>();
  #unsaid = 0;
  readonly #unsupported = new Map<string, { at: Pointer; places: number }>();

  constructor(document: Document) {
    this.#document = document;
    this.root = document.root;
  }

  warn(code: DiagnosticCode, at: Pointer, message: string): void {
    if (this.#diagnostics.length < mostDiagnostics) this.#diagnostics.push(diagnose(code, message, this.#document.at(at)));
    else this.#unsaid += 1;
  }

  /** Says that a member of the document has no effect. */
  ignored(at: Pointer, message: string): void {
    this.warn("ignored", at, message);
  }

  /** Says that what stands here is of a wrong type, and that the output would lack what it should have been. */
  wrongType(at: Pointer, message: string): void {
    // Whatever else there is to say: one error must be heard, for nothing may be written then.
    if (this.#errors.length < mostErrors) this.#errors.push(diagnose("wrong-type", message, this.#document.at(at)));
  }

  /** Remembers a keyword that we do not know. It is reported once, however often a document has it. */
  unsupported(keyword: string, at: Pointer): void {
    const known = this.#unsupported.get(keyword);
    if (known === undefined) this.#unsupported.set(keyword, { at, places: 1 });
    else known.places += 1;
  }

  /** Everything there is to say. To be asked for once, at the end. */
  report(): Diagnostic[] {
    for (const [keyword, { at, places }] of this.#unsupported) {
      const others = places === 1 ? "" : ` (here and in ${places - 1} other places)`;
      this.warn("unsupported-keyword", at, `"${keyword}" in a schema has no effect${others}.`);
    }
    const said = [...this.#errors, ...this.#diagnostics];
    if (this.#unsaid === 0) return said;
    return [...said, diagnose("ignored", `There are ${this.#unsaid} more warnings.`, this.#document.at(""))];
  }

  /** What stands at a pointer; `undefined` where nothing does. Shared parameters are asked for by every operation. */
  resolve(pointer: Pointer): Json | undefined {
    if (!this.#resolved.has(pointer)) this.#resolved.set(pointer, valueAt(this.root, pointer));
    return this.#resolved.get(pointer);
  }
}
