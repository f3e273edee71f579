import type { Parameter } from "./api.ts";
import { buildExamples } from "./build-example.ts";
import { buildContent } from "./build-media-type.ts";
import { parameterStyle, isLocation } from "./parameter-style.ts";
import { buildMemberSchema } from "./build-schema.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";
import { shared } from "./shared.ts";

/** A parameter with its defaults filled in (OAS "Parameter Object"); none where it has no name or no place. */
export function buildParameter(cursor: Cursor): Parameter | undefined {
  return shared(cursor, cursor.reader.shelves.parameters, readParameter);
}

function readParameter(cursor: Cursor): Parameter | undefined {
  const name = cursor.text("name");
  const location = cursor.text("in");
  if (name === undefined || location === undefined || !isLocation(location)) {
    cursor.reader.ignored(cursor.pointer, "A parameter needs a name, and to be in path, query, header, cookie or querystring; it is left out.");
    return undefined;
  }
  const required = cursor.flag("required") ?? false;
  const style = parameterStyle(cursor, location);
  const content = buildContent(cursor);
  if (content.length > 1) cursor.reader.ignored(cursor.at("content"), "A parameter has one media type; only the first counts.");
  const parameter: Parameter = {
    at: cursor.pointer,
    name,
    in: location,
    // A path without one of its parts is another path.
    required: required || location === "path",
    style,
    explode: cursor.flag("explode") ?? (style === "form" || style === "cookie"),
    allowReserved: cursor.flag("allowReserved") ?? false,
    allowEmptyValue: cursor.flag("allowEmptyValue") ?? false,
    examples: buildExamples(cursor),
    schema: buildMemberSchema(cursor, "schema"),
    content: content[0],
    doc: cursor.doc(),
    extensions: cursor.extensions(),
  };
  return present(parameter);
}
