import { diagnose } from "../diagnostics.ts";
import { parseJson, type Json } from "../json.ts";
import type { Source } from "./document.ts";
import { jsonSyntaxError } from "./json-syntax-error.ts";
import { MAX_DEPTH, nestsDeeper, offsetOfDepth } from "./nesting.ts";
import type { Parsed } from "./parse-yaml.ts";
import { textPositions } from "./text-position.ts";

/**
 * The value of a JSON or YAML 1.2 text, all errors of the text at once. What the file is called does not matter:
 * JSON is tried where the text begins like JSON, and only a text that is not JSON loads the YAML parser.
 */
export async function parse(source: Source): Promise<Parsed> {
  const text = withoutByteOrderMark(source.text);
  const begins = text.trimStart().charAt(0);
  if (begins === "") return refuse(source, "The file is empty.");
  if (begins === "<") return refuse(source, "This is HTML or XML, not an API description in YAML or JSON.");
  if (begins !== "{" && begins !== "[") return parseAsYaml(source.uri, text);

  const value = parseJson(text);
  if (value !== undefined) return checkedJson(source.uri, text, value);
  // What is not JSON may still be a flow collection of YAML: unquoted keys, comments, trailing commas.
  const parsed = await parseAsYaml(source.uri, text);
  if (parsed.value !== undefined || isNamedYaml(source.uri)) return parsed;
  return { diagnostics: [jsonSyntaxError(source.uri, text)] };
}

/** The text as `JSON.parse` and the YAML parser take it. Positions are counted in this text. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** Whether positions in the text are found as in JSON. Only what is called YAML and looks like JSON must be tried. */
export function isJson(uri: string, text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  return isNamedYaml(uri) ? parseJson(text) !== undefined : true;
}

function isNamedYaml(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}

async function parseAsYaml(uri: string, text: string): Promise<Parsed> {
  const { parseYaml } = await import("./parse-yaml.ts");
  return parseYaml(uri, text);
}

function checkedJson(uri: string, text: string, value: Json): Parsed {
  if (!nestsDeeper(value, MAX_DEPTH)) return { value, diagnostics: [] };
  const at = textPositions(text)(offsetOfDepth(text, MAX_DEPTH + 1));
  return { diagnostics: [diagnose("too-deep", `Nested deeper than ${MAX_DEPTH} levels.`, { uri, ...at })] };
}

function refuse(source: Source, message: string): Parsed {
  return { diagnostics: [diagnose("not-openapi", message, { uri: source.uri, line: 1, column: 1 })] };
}
