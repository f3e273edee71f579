import { isObject } from "../json.ts";
import { componentName } from "./component-name.ts";
import { Cursor } from "./cursor.ts";
import { present } from "./present.ts";
import type { Doc } from "./schema.ts";
import type { Shelf } from "./shelf.ts";

/**
 * What a place holds or refers to, built once and with the name it has under `components`. The `summary` and `description`
 * beside a `$ref` go before those of its target (OAS 3.1 "Reference Object").
 */
export function shared<T extends { component?: string; doc?: Doc }>(
  cursor: Cursor,
  shelf: Shelf<T>,
  build: (cursor: Cursor) => T | undefined,
): T | undefined {
  const place = follow(cursor, shelf.section);
  if (place === undefined) return undefined;
  const thing = shelf.get(place.target, (target) => {
    const built = build(target);
    const component = componentName(target.pointer, shelf.section);
    return built === undefined || component === undefined ? built : { ...built, component };
  });
  if (thing === undefined) return undefined;
  const component = place.component ?? thing.component;
  if (component === thing.component && place.doc === undefined) return thing;
  const renamed = component === undefined ? thing : { ...thing, component };
  return thing.doc === undefined ? renamed : { ...renamed, doc: { ...thing.doc, ...place.doc } };
}

type Place = { target: Cursor; component?: string; doc?: Doc };

/** Where a chain of `$ref`s ends, the component that its first one names, and what stands beside them. */
function follow(cursor: Cursor, section: string): Place | undefined {
  const place: Place = { target: cursor };
  let component = componentName(cursor.pointer, section);
  // load/ refuses chains that never end; the limit is for whoever did not ask load/.
  for (let steps = 0; steps < 100; steps += 1) {
    const ref = place.target.text("$ref");
    if (ref === undefined) {
      if (component !== undefined) place.component = component;
      return place;
    }
    const target = ref.startsWith("#") ? cursor.reader.resolve(ref.slice(1)) : undefined;
    if (!isObject(target)) {
      // Of an example or a link nothing that we write is made.
      if (target === undefined || target === null || section === "examples" || section === "links") break;
      cursor.reader.wrongType(place.target.at("$ref"), `This $ref leads to ${JSON.stringify(target).slice(0, 80)}, which must be an object.`);
      return undefined;
    }
    component ??= componentName(ref.slice(1), section);
    const beside = docBeside(place.target);
    if (beside !== undefined) place.doc = { ...beside, ...place.doc };
    place.target = new Cursor(target, ref.slice(1), cursor.reader);
  }
  cursor.reader.ignored(cursor.at("$ref"), `This $ref leads to nothing that can stand here (${section}); it is left out.`);
  return undefined;
}

/** What may stand beside a `$ref`. Anything else is reported: "any properties added SHALL be ignored". */
function docBeside(cursor: Cursor): Doc | undefined {
  if (Object.keys(cursor.value).length === 1) return undefined;
  const doc = present({ summary: cursor.text("summary"), description: cursor.text("description") });
  cursor.extensions();
  return Object.keys(doc).length > 0 ? doc : undefined;
}
