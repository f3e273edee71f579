import type { Api } from "../../model/api.ts";
import { matchTemplate, type PathTemplate, pathTemplate, pathTemplates } from "./path-template.ts";

/**
 * Reads the path of a request by the template of an operation: what stands in place of the placeholders, as it was sent; `undefined` where
 * the path is of another operation, also where a template that says more of it has its place first (OAS "Path Templating Matching").
 */
export function pathTexts(api: Api, template: string): (path: string) => { readonly [name: string]: string } | undefined {
  const own = pathTemplate(template);
  const rivals = [...pathTemplates(api)].filter(([path, other]) => path !== template && mayMeet(other, own) && saysMore(other, own)).map(([, other]) => other);
  return (path) => {
    const texts = matchTemplate(own, path);
    return texts === undefined || rivals.some((rival) => matchTemplate(rival, path) !== undefined) ? undefined : texts;
  };
}

/** Whether a path may be of both templates: of an API's many, only a few are ever looked at. */
function mayMeet(one: PathTemplate, other: PathTemplate): boolean {
  return one.length === other.length && one.every(({ names, text }, index) => {
    const beside = other[index];
    return beside === undefined || names.length > 0 || beside.names.length > 0 || text === beside.text;
  });
}

/** Whether another template has text where this one has a place for it: then some paths are the other's. */
function saysMore(template: PathTemplate, own: PathTemplate): boolean {
  return template.some(({ literals }, index) => literals.join("").length > (own[index]?.literals.join("").length ?? 0));
}
