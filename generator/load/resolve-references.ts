import type { Diagnostic } from "../diagnostics.ts";
import { escapePointer, isObject } from "../json.ts";
import { findTarget, type Found } from "./find-target.ts";
import { addFile, type File, type Graph, type Place, type Reference, report, type Target } from "./graph.ts";
import { didYouMean } from "./suggest.ts";
import { isRemote, resolveUri, splitReference } from "./uri.ts";
import { walk, walkContainer } from "./walk.ts";

/** Reads the file that a reference names: a file, or the reasons why there is none. */
export type ReadFile = (uri: string, from: File) => Promise<{ file?: File; diagnostics: Diagnostic[] }>;

/** Which files may be read, and how. `remote`: URLs too. */
export type Reader = { readFile: ReadFile; remote: boolean };

/** Why a uri could not be read. */
type Unread = Map<string, Diagnostic[]>;

/**
 * Finds the target of every reference of the graph, reading and walking further files as they are needed.
 * Afterwards a reference has its target, or there is a diagnostic that says why not.
 */
export async function resolveReferences(graph: Graph, reader: Reader): Promise<void> {
  const known = new Map<string, Target>();
  const unread: Unread = new Map();
  let pending: Reference[] = [...graph.references];
  while (pending.length > 0) {
    const before = graph.references.length;
    const open = pending.filter((reference) => !settle(graph, reference, known));
    const fresh = graph.references.slice(before);
    const stuck = fresh.length === 0 && open.length === pending.length;
    if (stuck && !(await readFiles(graph, open, reader, unread))) {
      const effort = { left: mostEffort };
      for (const reference of open) reportUnresolved(graph, reference, unread, effort);
      return;
    }
    pending = [...open, ...fresh];
  }
}

/** Tries to find the target with what is known by now, and walks it. */
function settle(graph: Graph, reference: Reference, known: Map<string, Target>): boolean {
  const { role, place, base, text, kind } = reference;
  const key = `${role === "container" ? "container of " : ""}${kind}\n${base}\n${text}`;
  reference.target = known.get(key);
  if (reference.target !== undefined) return true;
  const found = findTarget(graph, { file: place.file, base }, text);
  if (found.kind !== "found") return false;
  const target = found.target.file.convertPart?.(graph, found.target, kind) ?? found.target;
  known.set(key, target);
  reference.target = target;
  if (role === "container") walkContainer(graph, kind, target);
  else walk(graph, kind, target);
  return true;
}

const together = 32;

/** Reads what the open references ask for. `false`: there was nothing new to be read. */
async function readFiles(graph: Graph, open: Reference[], reader: Reader, unread: Unread): Promise<boolean> {
  const named = open.filter((reference) => walkWhole(graph, reference));
  if (named.length > 0) return true;
  const wanted = new Map<string, Reference>();
  for (const reference of open) {
    for (const uri of missingUris(graph, reference)) {
      if (!unread.has(uri) && !wanted.has(uri)) wanted.set(uri, reference);
    }
  }
  const list = [...wanted];
  for (let start = 0; start < list.length; start += together) {
    const batch = list.slice(start, start + together);
    await Promise.all(batch.map(([uri, reference]) => readOne(graph, uri, reference, reader, unread)));
  }
  return list.length > 0;
}

/** Walks the whole of a schema that was read for a part of it only, where a plain-name fragment may be somewhere in it. `false`: that was done already. */
function walkWhole(graph: Graph, { kind, base, text }: Reference): boolean {
  const { uri, fragment } = splitReference(text);
  if (kind !== "schema" || fragment === "" || fragment.startsWith("/")) return false;
  const resource = graph.resources.get(resolveUri(base, uri) ?? "");
  if (resource === undefined || !isObject(resource.value) || graph.visited.has(resource.value)) return false;
  walk(graph, "schema", resource);
  return true;
}

async function readOne(graph: Graph, uri: string, reference: Reference, reader: Reader, unread: Unread): Promise<void> {
  if (isRemote(uri) && !reader.remote) {
    unread.set(uri, []);
    return;
  }
  const { file, diagnostics } = await reader.readFile(uri, reference.place.file);
  unread.set(uri, diagnostics);
  if (file === undefined) return;
  graph.diagnostics.push(...diagnostics);
  addFile(graph, file);
  // A plain-name fragment is found by walking the schema it is in.
  const { fragment } = splitReference(reference.text);
  if (reference.kind === "schema" && fragment !== "" && !fragment.startsWith("/")) {
    walk(graph, "schema", { file, pointer: "", value: file.value, base: file.base });
  }
}

function missingUris(graph: Graph, reference: Reference): string[] {
  const found = findTarget(graph, { file: reference.place.file, base: reference.base }, reference.text);
  return found.kind === "unread" ? found.uris : [];
}

/**
 * Kinds that something right can be made of without the target: any value, any body, no example, no link. Without a parameter or a
 * path item there is nothing right to make.
 */
const dispensable: ReadonlySet<string> = new Set(["schema", "example", "link", "header", "response", "requestBody", "mediaType", "securityScheme"]);

/** How many letters may still be compared with each other to find out what was meant. */
type Effort = { left: number };

// About half a second: some twenty suggestions among 4,000 names. Thousands of dangling references have one cause, not thousands of typos.
const mostEffort = 30_000_000;

function reportUnresolved(graph: Graph, reference: Reference, unread: Unread, effort: Effort): void {
  const found = findTarget(graph, { file: reference.place.file, base: reference.base }, reference.text);
  const place = placeOfText(reference);
  const broken = found.kind === "unread" ? found.uris.flatMap((uri) => unread.get(uri) ?? []) : [];
  // A file that is there but cannot be understood has messages of its own, inside it.
  const inside = broken.filter((diagnostic) => diagnostic.code !== "unreadable");
  if (inside.length > 0) {
    for (const diagnostic of inside) if (!graph.diagnostics.includes(diagnostic)) graph.diagnostics.push(diagnostic);
    return;
  }
  if (reference.role === "mapping") {
    report(graph, "unresolved-mapping", `${reasonOf(reference, found, broken)} This mapping is left out.`, place, helpOf(found, effort));
    return;
  }
  const message = `${reasonOf(reference, found, broken)}${consequenceOf(reference)}`;
  const remote = found.kind === "unread" && found.uris.every(isRemote) && broken.length === 0;
  const help = remote ? "Pass --remote to fetch it, or keep a copy beside the document." : helpOf(found, effort);
  report(graph, dispensable.has(reference.kind) ? "dangling-ref" : "unresolved-ref", message, place, help);
}

function placeOfText({ role, place, holder }: Reference): Place {
  const key = role === "mapping" ? holder?.key ?? "" : role === "dynamic" ? "$dynamicRef" : "$ref";
  return { file: place.file, pointer: `${place.pointer}/${escapePointer(key)}` };
}

function reasonOf(reference: Reference, found: Found, broken: Diagnostic[]): string {
  const [first] = broken;
  const what = `${reference.role === "mapping" ? "Mapping" : "$ref"} "${reference.text}"`;
  if (first !== undefined) return `${what} leads nowhere: ${first.message}`;
  if (found.kind === "unread") return `${what} is not read: it is on the network, or no file.`;
  return `${what} leads nowhere${found.kind === "nothing" ? `: there is no "${found.missing}"` : ""}.`;
}

function consequenceOf(reference: Reference): string {
  if (reference.kind === "schema") return " Any value is taken to be allowed here.";
  return dispensable.has(reference.kind) ? ` Nothing is known of this ${reference.kind}.` : "";
}

function helpOf(found: Found, effort: Effort): string | undefined {
  if (found.kind !== "nothing" || !isObject(found.in) || effort.left <= 0) return undefined;
  const names = Object.keys(found.in);
  effort.left -= found.missing.length * names.reduce((length, name) => length + name.length, 0);
  if (effort.left <= 0) return undefined;
  const near = didYouMean(found.missing, names);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}
