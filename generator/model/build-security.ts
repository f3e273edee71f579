import { isObject, member } from "../json.ts";
import type { SecurityRequirement } from "./api.ts";
import { componentName } from "./component-name.ts";
import type { Cursor } from "./cursor.ts";
import type { Reader } from "./reader.ts";

/** The `security` of the document or an operation (OAS "Security Requirement Object"); `undefined` where it has none of its own. */
export function buildSecurity(cursor: Cursor): SecurityRequirement[] | undefined {
  if (cursor.list("security") === undefined) return undefined;
  return cursor.objects("security").map(buildRequirement);
}

function buildRequirement(cursor: Cursor): SecurityRequirement {
  const schemes = Object.keys(cursor.value).map((name) => {
    const scheme = schemeOf(name);
    if (!isScheme(scheme, cursor.reader)) {
      cursor.reader.warn("unknown-security-scheme", cursor.at(name), `There is no "${scheme}" under components.securitySchemes.`);
    }
    return { scheme, scopes: cursor.strings(name) ?? [] };
  });
  return { schemes };
}

/** The name of a scheme. 3.2 allows the URI of one as well, and load/ has made that a pointer. */
function schemeOf(name: string): string {
  return name.startsWith("#/") ? (componentName(name.slice(1), "securitySchemes") ?? name) : name;
}

function isScheme(name: string, reader: Reader): boolean {
  const schemes = reader.resolve("/components/securitySchemes");
  return isObject(schemes) && member(schemes, name) !== undefined;
}
