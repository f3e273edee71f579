import { isScalar, type YAMLError, type YAMLWarning } from "yaml";
import type { Diagnostic } from "../diagnostics.ts";
import { diagnose } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import { MAX_DEPTH } from "./nesting.ts";
import { readYaml } from "./read-yaml.ts";
import { textPositions, type Position } from "./text-position.ts";
import { yamlToJson } from "./yaml-to-json.ts";

/** What parsing gives: the value, unless the text has errors, and everything there is to say about the text. */
export type Parsed = { value?: Json; diagnostics: Diagnostic[] };

/**
 * The value of a YAML 1.2 text by the core schema: `no` and timestamps are strings, `<<` merges, keys are strings.
 * What JSON cannot say (NaN, a list as a key, an alias inside itself) is an error.
 */
export function parseYaml(uri: string, text: string): Parsed {
  const positionAt = textPositions(text);
  const { documents, tooDeepAt } = readYaml(text);
  if (tooDeepAt !== undefined) {
    return { diagnostics: [diagnose("too-deep", `Nested deeper than ${MAX_DEPTH} levels.`, { uri, ...positionAt(tooDeepAt) })] };
  }
  const [document] = documents;
  if (document === undefined || isAbsent(document.contents)) {
    return { diagnostics: [diagnose("not-openapi", "The file is empty.", { uri, line: 1, column: 1 })] };
  }
  const syntax = documents
    .slice(0, 1)
    .flatMap((each) => [...each.errors, ...each.warnings])
    .filter((problem) => problem.code !== "KEY_OVER_1024_CHARS")
    .map((problem) => fromYaml(uri, problem, positionAt));
  const second = documents[1];
  if (second) syntax.push(severalDocuments(uri, positionAt(second.range[0])));

  const converted = yamlToJson(document);
  const diagnostics = [
    ...syntax,
    ...converted.problems.map(({ code, message, offset, help }) => diagnose(code, message, { uri, ...positionAt(offset) }, help)),
  ];
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return failed ? { diagnostics: sorted(diagnostics) } : { value: converted.value, diagnostics };
}

/** Whether a document holds nothing but comments. */
function isAbsent(contents: unknown): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === "");
}

function fromYaml(uri: string, problem: YAMLError | YAMLWarning, positionAt: (offset: number) => Position): Diagnostic {
  const at = { uri, ...positionAt(problem.pos[0]) };
  if (problem.name === "YAMLWarning") return diagnose("ignored", `${problem.message}.`, at);
  const { message, help } = explanations[problem.code] ?? { message: `${problem.message}.` };
  return diagnose("syntax", message, at, help);
}

function severalDocuments(uri: string, at: Position): Diagnostic {
  const message = "A second YAML document begins here; an API description is one.";
  return diagnose("syntax", message, { uri, ...at }, "Remove the `---` line, or make it two files.");
}

function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => ("line" in a.at && "line" in b.at ? a.at.line - b.at.line || a.at.column - b.at.column : 0));
}

/** The errors that people meet, in words that say what to do. The others speak for themselves. */
const explanations: { [code in YAMLError["code"]]?: { message: string; help?: string } } = {
  TAB_AS_INDENT: { message: "A tab is used as indentation.", help: "Indent with spaces; YAML does not allow tabs there." },
  BAD_INDENT: { message: "The indentation does not fit the lines above.", help: "Members of one object begin in the same column." },
  BLOCK_AS_IMPLICIT_KEY: { message: "A second `: ` on one line.", help: "Put the text in quotes, or begin a new line." },
  MULTILINE_IMPLICIT_KEY: { message: "A key goes over more than one line.", help: 'Is a ":" missing after a key, or a closing quote?' },
  BAD_SCALAR_START: { message: "Text cannot begin with this character.", help: "Put the text in quotes." },
  BAD_DQ_ESCAPE: { message: "This escape does not exist in double quotes.", help: "Write `\\\\` for a backslash, or use single quotes." },
};
