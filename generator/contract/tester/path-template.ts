import type { Api } from "../../model/api.ts";
import { withoutStyle } from "../../model/placeholders.ts";
import { segmentTexts } from "../../runtime/server/segment-texts.ts";

/** A template of a path, segment by segment: `/pets/report.{format}` is `[{ literals: [""] }, { literals: ["pets"] }, { literals: ["report.", ""], names: ["format"] }]`. */
export type PathTemplate = readonly Segment[];

/** `report.{format}` is the literals `["report.", ""]` around the name `format`. `text` is what stands there without names, decoded. */
type Segment = { readonly literals: readonly string[]; readonly names: readonly string[]; readonly text: string };

/** The templates of an Api's paths, by their texts. They are read once for each Api. */
export function pathTemplates(api: Api): ReadonlyMap<string, PathTemplate> {
  const known = templates.get(api) ?? new Map(api.paths.map(({ path }) => [path, pathTemplate(path)]));
  templates.set(api, known);
  return known;
}

const templates = new WeakMap<Api, ReadonlyMap<string, PathTemplate>>();

/** Reads a template. Some documents have a query in a path, or what is never sent. */
export function pathTemplate(template: string): PathTemplate {
  const [path = ""] = template.split(/[?#]/);
  return path.split("/").map(segmentOf);
}

function segmentOf(text: string): Segment {
  const pieces = text.split(/\{([^{}]*)\}/);
  const literals = pieces.filter((_, index) => index % 2 === 0);
  return { literals, names: pieces.filter((_, index) => index % 2 === 1), text: decoded(literals.join("")) };
}

/** What stands in place of the placeholders of a template, as it was sent; `undefined` where the path is another one. */
export function matchTemplate(template: PathTemplate, path: string): { readonly [name: string]: string } | undefined {
  const sent = path.split("/");
  if (sent.length !== template.length) return undefined;
  const texts: { [name: string]: string } = Object.create(null);
  for (const [index, { literals, names, text }] of template.entries()) {
    const segment = sent[index] ?? "";
    if (names.length === 0) {
      if (decoded(segment) !== text) return undefined;
      continue;
    }
    const found = segmentTexts(segment, literals);
    if (found === undefined) return undefined;
    names.forEach((name, place) => {
      texts[name] = found[place] ?? "";
      texts[withoutStyle(name)] = found[place] ?? "";
    });
  }
  return texts;
}

function decoded(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
