import type { Operation } from "./api.ts";
import { compareNames, partsOf, takeName, upperFirst } from "./identifier.ts";

/** `{ namespace: "repos", method: "get", constant: "reposGet", request: "ReposGetRequest", result: "ReposGetResult", success: "ReposGetSuccess" }` */
export type OperationName = { namespace?: string; method: string; constant: string; request: string; result: string; success: string };

/**
 * What each operation is called in generated code. The rule:
 *
 * - its namespace is the first tag in camelCase; without tags what stands before the first `/` or `.` of the operationId; else none
 * - its method is the operationId in camelCase without the words of the namespace in front, unless nothing would remain;
 *   without an operationId the HTTP method, the words of the path, and `By` with the path's parameters
 * - of two that come out alike, the second in order of path and method gets a `2`
 * - a method without namespace that is called as a namespace, and one that every object has, gets `Operation` behind it
 * - the constant is namespace and method in camelCase, the types are the same in PascalCase with `Request`, `Result` and `Success` behind
 */
export function nameOperations(operations: readonly Operation[]): ReadonlyMap<Operation, OperationName> {
  const known = named.get(operations);
  if (known !== undefined) return known;
  const names = nameAll(operations);
  named.set(operations, names);
  return names;
}

/** Every target asks for the same names. */
const named = new WeakMap<readonly Operation[], ReadonlyMap<Operation, OperationName>>();

function nameAll(operations: readonly Operation[]): ReadonlyMap<Operation, OperationName> {
  const ordered = [...operations].sort((a, b) => compareNames(a.path, b.path) || compareNames(a.method, b.method));
  const spaces = new Map(ordered.map((operation) => [operation, namespaceOf(operation)]));
  const namespaces = new Set(spaces.values());
  const taken: Taken = { methods: new Map(), constants: new Set(), types: new Set() };
  const names = new Map(ordered.map((operation) => [operation, nameOperation(operation, spaces.get(operation), namespaces, taken)]));
  // In the document's order.
  return new Map(operations.flatMap((operation) => {
    const name = names.get(operation);
    return name === undefined ? [] : [[operation, name]];
  }));
}

type Taken = { methods: Map<string | undefined, Set<string>>; constants: Set<string>; types: Set<string> };

function nameOperation(operation: Operation, namespace: string | undefined, namespaces: ReadonlySet<string | undefined>, taken: Taken): OperationName {
  const siblings = taken.methods.get(namespace) ?? new Set();
  taken.methods.set(namespace, siblings);
  const wanted = methodOf(operation, namespace);
  const hidden = objectMembers.has(wanted) || (namespace === undefined && namespaces.has(wanted));
  const method = takeName(hidden ? `${wanted}Operation` : wanted, siblings, namespace === undefined ? namespaces : undefined);
  const joined = namespace === undefined ? method : camelCase([...wordsOf(namespace), ...wordsOf(method)]);
  const constant = takeName(reserved.has(joined) ? `${joined}Operation` : joined, taken.constants);
  const type = takeName(upperFirst(constant), taken.types);
  return { ...(namespace !== undefined && { namespace }), method, constant, request: `${type}Request`, result: `${type}Result`, success: `${type}Success` };
}

function namespaceOf({ tags: [tag], operationId }: Operation): string | undefined {
  const written = tag === undefined ? /^[^/.]+(?=[/.])/.exec(operationId ?? "")?.[0] : tag;
  const words = wordsOf(written ?? "");
  if (words.length === 0) return undefined;
  const name = camelCase(words);
  return objectMembers.has(name) ? `${name}Operations` : name;
}

function methodOf({ operationId, method, path }: Operation, namespace: string | undefined): string {
  const words = operationId === undefined ? wordsOfRoute(method, path) : wordsOf(operationId);
  if (words.length === 0) return camelCase(wordsOfRoute(method, path));
  return camelCase(words.slice(wordsOfPrefix(words, wordsOf(namespace ?? "").join("").toLowerCase())));
}

/**
 * How many of the words are a prefix; none where they are all of it. By letters, for one and the same name may be split in other
 * ways: `API keys`, `apiKeys_list`, `APIKeys.list`.
 */
function wordsOfPrefix(words: readonly string[], prefix: string): number {
  let read = "";
  for (const [index, word] of words.entries()) {
    if (read === prefix) return index;
    if (read.length > prefix.length) return 0;
    read += word.toLowerCase();
  }
  return 0;
}

/** `get /pets/{petId}/toys` gives `get pets toys By pet Id`. */
function wordsOfRoute(method: string, path: string): string[] {
  const parameters = [...path.matchAll(/\{([^}]*)\}/g)].flatMap(([, name = ""]) => wordsOf(name));
  return [...wordsOf(method.toLowerCase()), ...wordsOf(path.replace(/\{[^}]*\}/g, " ")), ...(parameters.length > 0 ? ["By", ...parameters] : [])];
}

/** Parts of a name: `clear-apiKey_cache` gives `clear api Key cache`. What no identifier may hold only separates. */
function wordsOf(text: string): string[] {
  return partsOf(text).flatMap((part) => (/^[a-z0-9]+$/.test(part) ? part : part.split(/(?<=\p{Ll})(?=\p{Lu})/u)));
}

/** `clearApiKeyCache`; of `APIKey` first in line `apiKey`. Always an identifier. */
function camelCase([first = "", ...rest]: readonly string[]): string {
  const head = first.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (capitals) => capitals.toLowerCase());
  const name = [head, ...rest.map(upperFirst)].join("");
  return name === "" ? "call" : /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}

/** `then` would make a promise of a client, and the others every object has. */
const objectMembers: ReadonlySet<string | undefined> = new Set([
  "then", "constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "prototype",
]);

/** What no constant of a module may be called; `secured` is one of ours. */
const reserved = new Set([
  "abstract", "arguments", "as", "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do",
  "else", "enum", "eval", "export", "extends", "false", "finally", "for", "function", "globalThis", "if", "implements", "import", "in",
  "instanceof", "interface", "let", "new", "null", "of", "package", "private", "protected", "public", "return", "secured", "static", "super", "switch",
  "this", "throw", "true", "try", "type", "typeof", "undefined", "using", "var", "void", "while", "with", "yield",
]);
