import type { Api } from "../../model/api.ts";
import { withoutStyle } from "../../model/placeholders.ts";
import { segmentTexts } from "../../runtime/server/segment-texts.ts";

/**
 * Reads the path of a request by the template of an operation: what stands in place of the placeholders, as it was sent; `undefined` where
 * the path is of another operation, also where a template that says more of it has its place first (OAS "Path Templating Matching").
 */
export function pathTexts(api: Api, template: string): (path: string) => { readonly [name: string]: string } | undefined {
  const own = segmentsOf(template);
  const others = [...new Set(api.paths.map(({ path }) => path))].filter((path) => path !== template).map(segmentsOf);
  const rivals = others.filter((segments) => segments.length === own.length && saysMore(segments, own));
  return (path) => {
    const texts = match(own, path);
    return texts === undefined || rivals.some((rival) => match(rival, path) !== undefined) ? undefined : texts;
  };
}

/** `report.{format}` is the literals `["report.", ""]` around the name `format`. */
type Segment = { readonly literals: readonly string[]; readonly names: readonly string[] };

/** Some documents have a query in a path, or what is never sent. */
function segmentsOf(template: string): Segment[] {
  const [path = ""] = template.split(/[?#]/);
  return path.split("/").map(segmentOf);
}

function segmentOf(text: string): Segment {
  const pieces = text.split(/\{([^{}]*)\}/);
  return { literals: pieces.filter((_, index) => index % 2 === 0), names: pieces.filter((_, index) => index % 2 === 1) };
}

/** Whether another template has text where this one has a place for it: then some paths are the other's. */
function saysMore(segments: readonly Segment[], own: readonly Segment[]): boolean {
  return segments.some(({ literals }, index) => literals.join("").length > (own[index]?.literals.join("").length ?? 0));
}

function match(segments: readonly Segment[], path: string): { readonly [name: string]: string } | undefined {
  const sent = path.split("/");
  if (sent.length !== segments.length) return undefined;
  const texts: { [name: string]: string } = Object.create(null);
  for (const [index, { literals, names }] of segments.entries()) {
    const segment = sent[index] ?? "";
    if (names.length === 0) {
      if (decoded(segment) !== decoded(literals.join(""))) return undefined;
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
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
