import type { Encoding, Parameter } from "../model/api.ts";
import { cookie } from "../runtime/cookie.ts";
import type { FormStyle } from "../runtime/form-style.ts";
import { header } from "../runtime/header.ts";
import type { Part } from "../runtime/operation.ts";
import { contentPath, label, matrix, reservedPath, simpleObject } from "../runtime/path-styles.ts";
import { contentQuery, deepObject, emptyValue, formAny, pipeDelimited, querystring, reserved, spaceDelimited } from "../runtime/query-styles.ts";
import type { FormEncoding } from "../runtime/urlencoded.ts";

/** The part of the client's runtime that writes a parameter, so that samples and client send the same. It takes its value under `key`. */
export function parameterPart(parameter: Parameter, key: string): Part {
  switch (parameter.in) {
    case "path":
      return pathPart(parameter, key);
    case "query":
      return queryPart(parameter, key);
    case "querystring":
      return querystring(parameter.content?.name ?? "text/plain", key, false, formEncoding(parameter.content?.encoding ?? []));
    case "header":
      return header(parameter.name, { explode: parameter.explode, key, ...(parameter.content && { content: parameter.content.name }) });
    case "cookie":
      return cookie(parameter.name, { explode: parameter.explode, key, style: parameter.style === "cookie" ? "cookie" : "form", ...(parameter.content && { content: parameter.content.name }) });
    default:
      return parameter.in satisfies never;
  }
}

function pathPart({ name, style, explode, content, allowReserved }: Parameter, key: string): Part {
  if (content !== undefined) return contentPath(name, content.name, key);
  if (style === "label") return label(name, explode, key);
  if (style === "matrix") return matrix(name, explode, key);
  return allowReserved ? reservedPath(name, explode, key) : simpleObject(name, explode, key);
}

function queryPart({ name, style, explode, content, allowReserved, allowEmptyValue }: Parameter, key: string): Part {
  if (content !== undefined) return contentQuery(name, content.name, false, key);
  if (style === "deepObject") return deepObject(name, false, key);
  if (style === "spaceDelimited" && !explode) return spaceDelimited(name, false, key);
  if (style === "pipeDelimited" && !explode) return pipeDelimited(name, false, key);
  if (allowReserved) return reserved(name, explode, false, key);
  return allowEmptyValue ? emptyValue(name, false, key, explode) : formAny(name, explode, false, key);
}

/** How the properties of a form are written (OAS "Encoding Object"). */
export function formEncoding(encodings: readonly Encoding[]): FormEncoding {
  return Object.fromEntries(encodings.flatMap(({ property, style, explode, allowReserved, contentType }) => {
    if (property === undefined) return [];
    const known = formStyles.find((each) => each === style);
    return [[property, {
      ...(known !== undefined && { style: known }),
      ...(explode !== undefined && { explode }),
      ...(allowReserved === true && { allowReserved }),
      ...(contentType !== undefined && { contentType }),
    }]];
  }));
}

const formStyles: readonly NonNullable<FormStyle["style"]>[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
