import type { JsonObject } from "../json.ts";
import type * as api from "./api.ts";
import type { Pointer } from "./schema.ts";

// Deeper than any real document goes (path item, callback, path item, response, media type, …), and far from the end of the stack.
const deepest = 100;

/** Everything that can be referred to, by kind. */
export class Shelves {
  readonly parameters = new Shelf<api.Parameter>("parameters", this);
  readonly responses = new Shelf<api.Response>("responses", this);
  readonly requestBodies = new Shelf<api.RequestBody>("requestBodies", this);
  readonly headers = new Shelf<api.Header>("headers", this);
  readonly pathItems = new Shelf<api.PathItem>("pathItems", this);
  readonly callbacks = new Shelf<api.Callback>("callbacks", this);
  readonly examples = new Shelf<api.Example>("examples", this);
  readonly links = new Shelf<api.Link>("links", this);
  readonly mediaTypes = new Shelf<api.MediaType>("mediaTypes", this);
  readonly securitySchemes = new Shelf<api.SecurityScheme>("securitySchemes", this);
  /** Not a section of `components`, but encodings can contain each other all the same. */
  readonly encodings = new Shelf<api.Encoding>("encodings", this);
  /** How many things are being built, each inside the one before. */
  depth = 0;
}

/** What a shelf has to know of a cursor. */
type Place = { value: JsonObject; pointer: Pointer; reader: { ignored(at: Pointer, message: string): void } };

/** Things of one kind, each built once: whoever refers to it gets the same one, and one that contains itself is noticed. */
export class Shelf<T> {
  /** The section of `components` that these belong to. */
  readonly section: string;
  readonly #shelves: Shelves;
  readonly #things = new Map<JsonObject, T | undefined>();
  readonly #open = new Set<JsonObject>();

  constructor(section: string, shelves: Shelves) {
    this.section = section;
    this.#shelves = shelves;
  }

  /** The thing that a cursor stands on. `undefined` where there is none to be built, which is then reported. */
  get<From extends Place>(place: From, build: (place: From) => T | undefined): T | undefined {
    const { value, pointer, reader } = place;
    if (this.#open.has(value)) {
      reader.ignored(pointer, `What stands here contains itself; inside itself it is left out (${this.section}).`);
      return undefined;
    }
    if (this.#things.has(value)) return this.#things.get(value);
    if (this.#shelves.depth >= deepest) {
      reader.ignored(pointer, `More than ${deepest} things inside each other; this one is left out (${this.section}).`);
      return undefined;
    }
    this.#open.add(value);
    this.#shelves.depth += 1;
    const thing = build(place);
    this.#shelves.depth -= 1;
    this.#open.delete(value);
    this.#things.set(value, thing);
    return thing;
  }
}
