import { ts } from "ts-morph";
import { diagnose, type Diagnostic } from "../diagnostics.ts";
import type { Api } from "../model/api.ts";
import { specifierOf } from "../print/specifier-of.ts";
import { chooseHandlers } from "./choose-handlers.ts";
import { compareHandlers } from "./compare-handlers.ts";
import { edited, type Edit } from "./edit.ts";
import { editsOf } from "./edits-of.ts";
import { findGroups } from "./find-groups.ts";
import { findingsOf, placeOf } from "./findings-of.ts";
import type { Place } from "./group.ts";
import { HandlerFiles, type HandlerFile, type ReadText } from "./handler-files.ts";
import { isBlank, newHandlers } from "./new-handlers.ts";
import type { Pair } from "./pair-groups.ts";
import { wantedHandlers, type Wanted } from "./wanted.ts";

/** What is asked for: the person's file and server.ts, both absolute paths with `/`; `read` gives the text of any file. */
export type StepRequest = { path: string; server: string; api: Api; read: ReadText };

/** A file as it is to be: `before` is what it is. */
export type SteppedFile = { path: string; before?: string; text: string };

/**
 * What brings a person's handlers in step with the document. `missing` says what the files lack, `diagnostics` everything else; with an
 * error among those, nothing may be written. `read` are the files that handlers were found in, `handlers` those that the document has, too.
 */
export type Stepped = {
  files: SteppedFile[];
  added: number;
  missing: Diagnostic[];
  diagnostics: Diagnostic[];
  read: { path: string; text: string }[];
  handlers: PlacedHandler[];
};

/** Where a handler stands: `{ name: "security.clearApiKeyCache", path: "/app/handlers.ts", start: 120, end: 410 }`. */
export type PlacedHandler = { name: string; path: string; start: number; end: number };

/** Compares a person's handlers with the document, and gives the files with stubs and marks added. Every line of theirs stays. */
export function stepHandlers(request: StepRequest): Stepped {
  const wanted = wantedHandlers(request.api);
  const stepped = step(request, wanted);
  if (stepped.files.length > 0) prove(stepped, request, wanted);
  return stepped;
}

function step({ path, server, read }: StepRequest, wanted: Wanted): Stepped {
  const files = new HandlerFiles(read);
  const specifierIn = (file: HandlerFile) => specifierOf(server, file.path);
  const main = files.open(path) ?? new HandlerFiles(() => "").open(path);
  if (!main) throw new Error(`No file for ${path}.`);
  const isNew = files.open(path) === undefined;
  const broken = isNew ? [] : syntaxErrors([main], files);
  if (broken.length > 0) return { ...nothing, diagnostics: broken, read: [main] };
  if (isBlank(main)) {
    const all = [...wanted.root, ...wanted.groups.flatMap(({ handlers }) => handlers)];
    const missing = all.length === 0 && !isNew ? [] : [diagnose("missing-handler", "There are no handlers yet.", placeOf({ file: main, node: main.source }))];
    return { ...nothing, files: [stepped(main, newHandlers(main, wanted, specifierIn(main)), isNew)], added: all.length, missing, read: [main] };
  }
  const { paired, diagnostics } = chooseHandlers(findGroups(main, files), { main, wanted, files });
  if (!paired) return { ...nothing, diagnostics, read: [main] };
  const comparison = compareHandlers(paired);
  const involved = [...new Set([main, ...paired.pairs.map(({ group }) => group.file), ...paired.pairs.flatMap(({ group }) => group.members.map(({ file }) => file))])];
  const errors = syntaxErrors(involved.filter((file) => file !== main), files);
  if (errors.length > 0) return { ...nothing, diagnostics: errors, read: involved };
  const edits = editsOf(comparison, specifierIn);
  const { missing, others } = findingsOf(comparison);
  return {
    files: [...edits].filter(([, list]) => list.length > 0).map(([file, list]) => stepped(file, list, false)),
    added: missing.length,
    missing,
    diagnostics: [...diagnostics, ...others],
    read: involved,
    handlers: paired.pairs.flatMap(placedHandlers),
  };
}

const nothing: Stepped = { files: [], added: 0, missing: [], diagnostics: [], read: [], handlers: [] };

function placedHandlers({ group, handlers, prefix, holder }: Pair): PlacedHandler[] {
  const names = new Set(handlers.map(({ name }) => name));
  const own = group.members.filter(({ name }) => names.has(name)).map((member) => placed(`${prefix}${member.name}`, member));
  // Of a namespace that is written elsewhere, the compiler says what does not fit where it is put in. That something is missing is known.
  const isWhole = handlers.every(({ name }) => group.members.some((member) => member.name === name));
  return holder && isWhole ? [...own, placed(holder.name, holder)] : own;
}

function placed(name: string, { file, node }: Place): PlacedHandler {
  return { name, path: file.path, start: node.getStart(file.source), end: node.end };
}

function stepped(file: HandlerFile, edits: readonly Edit[], isNew: boolean): SteppedFile {
  return { path: file.path, ...(!isNew && { before: file.mark + file.text }), text: file.mark + edited(file.text, edits) };
}

function syntaxErrors(among: readonly HandlerFile[], files: HandlerFiles): Diagnostic[] {
  return among.flatMap((file) =>
    files.syntaxErrors(file).map(({ messageText, start }) => {
      const { line, character } = file.source.getLineAndCharacterOfPosition(start ?? 0);
      return diagnose("syntax", ts.flattenDiagnosticMessageText(messageText, " "), { uri: file.path, line: line + 1, column: character + 1 });
    }),
  );
}

/** Steps once more, over what would be written: nothing may be left to do. What fails here is a bug, and better found before than after. */
function prove({ files }: Stepped, request: StepRequest, wanted: Wanted): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const again = step({ ...request, read: (path) => texts.get(path) ?? request.read(path) }, wanted);
  const errors = again.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (again.files.length > 0 || again.missing.length > 0 || errors.length > 0) {
    throw new Error(`${files.map(({ path }) => path).join(", ")} would not be right after this. ${[...again.missing.map(({ message }) => message), ...errors].slice(0, 3).join(" ")}`);
  }
}
