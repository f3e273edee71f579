import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { registry } from "../generator/diagnostics.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const files = readdirSync(join(root, "generator"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => parse(`generator/${path.replaceAll("\\", "/")}`))
  .sort((one, other) => (one.path < other.path ? -1 : 1));

type File = { path: string; room: string; source: ts.SourceFile; imports: Import[] };

/** `target` is a path of the repository, or the name of a package. */
type Import = { target: string; specifier: string; typeOnly: boolean };

/**
 * Who may enter which room, besides itself. `types` is: `import type` only. A name that ends with .ts is that one file.
 * cli may go anywhere, and so may the files beside the rooms, save for cli.
 */
const rooms: Record<string, { rooms: string[]; types: string[]; packages: RegExp }> = {
  print: { rooms: [], types: [], packages: /^$/ },
  runtime: { rooms: [], types: [], packages: /^$/ },
  model: { rooms: ["runtime", ...leaves()], types: ["load/document.ts"], packages: /^$/ },
  emit: { rooms: ["model", "print", "runtime", ...leaves()], types: ["write/output-file.ts"], packages: /^$/ },
  load: { rooms: leaves(), types: ["model"], packages: /^(node:.*|yaml)$/ },
  samples: { rooms: ["emit/call", "model", "print", "runtime", ...leaves()], types: ["load/document.ts"], packages: /^$/ },
  docs: { rooms: ["emit/schema", "model", "samples", ...leaves()], types: ["write/output-file.ts"], packages: /^(node:fs|markdown-it)$/ },
  write: { rooms: leaves(), types: [], packages: /^node:/ },
  contract: { rooms: ["model", "runtime", "samples/parameter-part.ts", ...leaves()], types: ["load/document.ts"], packages: /^(node:.*|ajv.*|fast-check|@marcbachmann\/cel-js)$/ },
  diff: { rooms: ["model", ...leaves()], types: [], packages: /^$/ },
  lint: { rooms: ["contract", "load", "model", ...leaves()], types: [], packages: /^(node:.*|@redocly\/.*)$/ },
  mock: { rooms: ["emit/server", "model", "runtime", ...leaves()], types: [], packages: /^node:/ },
  stubs: { rooms: ["model", "print", ...leaves()], types: [], packages: /^ts-morph$/ },
  cli: { rooms: ["contract", "diff", "docs", "samples", "emit", "lint", "load", "mock", "model", "print", "stubs", "write", "generate.ts", "targets.ts", ...leaves()], types: [], packages: /^(node:.*|\(computed\))$/ },
  "generate.ts": { rooms: ["emit", "load", "model", "print", "targets.ts", ...leaves()], types: ["write/output-file.ts"], packages: /^$/ },
  "load-contract.ts": { rooms: ["contract/library", "load", "model", ...leaves()], types: [], packages: /^$/ },
  "index.ts": { rooms: ["contract/library", "generate.ts", "load", "load-contract.ts"], types: ["contract/tester/exchange.ts", "contract/tester/hooks.ts", "targets.ts", "model", "write/output-file.ts", ...leaves()], packages: /^$/ },
  "targets.ts": { rooms: [], types: [], packages: /^$/ },
  "json.ts": { rooms: [], types: [], packages: /^$/ },
  "diagnostics.ts": { rooms: [], types: [], packages: /^$/ },
};

/** What everybody but print and runtime may import. */
function leaves(): string[] {
  return ["json.ts", "diagnostics.ts"];
}

test("every file is in a room that has rules", () => {
  assert.deepEqual(offenders(files, ({ room }) => (Object.hasOwn(rooms, room) ? [] : [room])), []);
});

test("nobody enters a room that is closed to it", () => {
  const found = offenders(files, ({ room, imports }) => {
    const rules = rooms[room];
    const open = (target: string, doors: string[]) => doors.some((door) => target === `generator/${door}` || target.startsWith(`generator/${door}/`));
    return imports
      .filter(({ target }) => target.startsWith("generator/") && roomOf(target) !== room)
      .filter(({ target, typeOnly }) => !open(target, rules?.rooms ?? []) && !(typeOnly && open(target, rules?.types ?? [])))
      .map(({ target }) => target);
  });
  assert.deepEqual(found, []);
});

test("each package has one room that imports it, and the core asks nothing of Node", () => {
  const found = offenders(files, ({ room, imports }) =>
    imports.filter(({ target }) => !target.startsWith("generator/") && !rooms[room]?.packages.test(target)).map(({ target }) => target),
  );
  assert.deepEqual(found, []);
});

test("the core touches neither process, console, network nor clock", () => {
  const worldly = new Set(["process", "console", "fetch", "setTimeout", "setInterval", "performance"]);
  const core = files.filter(({ room }) => ["model", "print", "emit", "generate.ts", "json.ts", "diagnostics.ts"].includes(room));
  const found = offenders(core, ({ source }) =>
    nodesOf(source).flatMap((node) => {
      const called = ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) ? node.expression : undefined;
      return called && ts.isIdentifier(called) && worldly.has(called.text) ? [called.text] : [];
    }),
  );
  assert.deepEqual(found, []);
});

test("an emitter's own folder is its own", () => {
  const targets = new Set(readdirSync(join(root, "generator/emit")).filter((name) => name.endsWith(".ts")).map((name) => name.slice(0, -3)));
  const targetOf = (path: string) => path.split("/")[2]?.replace(/\.ts$/, "") ?? "";
  const found = offenders(files.filter(({ room }) => room === "emit"), ({ path, imports }) =>
    imports.filter(({ target }) => {
      const other = targetOf(target);
      const shared = ["header", "schema"];
      return target.startsWith("generator/emit/") && targets.has(targetOf(path)) && targets.has(other) && other !== targetOf(path) && !shared.includes(other);
    }).map(({ target }) => target),
  );
  assert.deepEqual(found, []);
});

test("no file imports itself in a circle, not even by types; in the runtime only by types, of which nothing is left when it runs", () => {
  assert.deepEqual(circles(), []);
});

test("there are no barrels: only index.ts passes on what others export", () => {
  const found = offenders(files.filter(({ path }) => path !== "generator/index.ts"), ({ source }) =>
    source.statements.filter((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier).map((statement) => statement.getText(source)),
  );
  assert.deepEqual(found, []);
});

test("imports name files: with .ts, and in the runtime, which is copied to where it is compiled by others, with .js", () => {
  const found = offenders(files, ({ room, imports }) => {
    const ending = room === "runtime" ? ".js" : ".ts";
    return imports.filter(({ specifier }) => specifier.startsWith(".") && !specifier.endsWith(ending)).map(({ specifier }) => specifier);
  });
  assert.deepEqual(found, []);
});

test("no any, no assertion but `as const`, no `!`", () => {
  const found = offenders(files, ({ source }) =>
    nodesOf(source).flatMap((node) => {
      const isConst = ts.isAsExpression(node) && node.type.getText(source) === "const";
      const isForbidden =
        node.kind === ts.SyntaxKind.AnyKeyword || (ts.isAsExpression(node) && !isConst) || ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node);
      return isForbidden ? [`${lineOf(node, source)}: ${node.getText(source)}`] : [];
    }),
  );
  assert.deepEqual(found, []);
});

test("nothing is left to do, and no checker is silenced", () => {
  assert.deepEqual(offenders(files, ({ source }) => source.text.match(/\b(TODO|FIXME|XXX)\b|@ts-(ignore|expect-error|nocheck)|eslint-disable/g) ?? []), []);
});

test("a function fits in a glance: 60 lines at most", () => {
  const found = offenders(files, ({ source }) =>
    nodesOf(source)
      .filter((node) => ts.isFunctionLike(node) && "body" in node)
      .filter((node) => lineOf(source, source, node.end) - lineOf(node, source) >= 60)
      .map((node) => `line ${lineOf(node, source)}`),
  );
  assert.deepEqual(found, []);
});

test("what is exported says what you get", () => {
  const found = offenders(files, ({ source }) =>
    source.statements.flatMap((statement, index) => {
      // What implements overloads says nothing more than these.
      const before = source.statements[index - 1];
      if (before && ts.isFunctionDeclaration(before) && !before.body) return [];
      const isExported = ts.isFunctionDeclaration(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      return isExported && ts.getJSDocCommentsAndTags(statement).length === 0 ? [statement.name?.text ?? "?"] : [];
    }),
  );
  assert.deepEqual(found, []);
});

test("every code of the registry is reported somewhere, and the codes that README explains are in it", () => {
  const elsewhere = files.filter(({ path }) => path !== "generator/diagnostics.ts").map(({ source }) => source.text).join("\n");
  assert.deepEqual(Object.keys(registry).filter((code) => !elsewhere.includes(`"${code}"`)), []);
  const limits = readFileSync(join(root, "README.md"), "utf8").split("## Limits")[1]?.split("\n## ")[0] ?? "";
  const named = [...limits.matchAll(/`([a-z]+(?:-[a-z]+)+)`(?=[^|]*\|\n)/g)].map(([, code]) => code ?? "");
  assert.ok(named.length > 5, "the pattern above finds codes");
  assert.deepEqual(named.filter((code) => !Object.hasOwn(registry, code)), []);
});

test("every link of README and ARCHITECTURE.md into this repository leads somewhere", () => {
  const found = ["README.md", "ARCHITECTURE.md"].flatMap((name) => {
    const prose = readFileSync(join(root, name), "utf8").replace(/^```.*?^```|`[^`\n]*`/gms, "");
    const links = [...prose.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? "");
    return links.filter((path) => !existsSync(join(root, path)));
  });
  assert.deepEqual(found, []);
});

test("every path that ARCHITECTURE.md names exists, and every room is named there", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const named = [...text.matchAll(/`((?:generator|tests|spec|scripts|generated|\.ci)\/[^`\s*<>{}]*)`/g)].map(([, path]) => path ?? "");
  assert.ok(named.length > 10, "the pattern above finds paths");
  assert.deepEqual(named.filter((path) => !existsSync(join(root, path))), []);
  const folders = readdirSync(join(root, "generator"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const used = folders.filter(({ name }) => files.some(({ room }) => room === name));
  assert.deepEqual(used.filter(({ name }) => !text.includes(`generator/${name}/`)).map(({ name }) => name), []);
});

function parse(path: string): File {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ESNext, true);
  return { path, room: roomOf(path), source, imports: nodesOf(source).flatMap((node) => importOf(node, path)) };
}

/** `load` for `generator/load/uri.ts`, and `json.ts` for a file beside the rooms. */
function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function nodesOf(node: ts.Node): ts.Node[] {
  const nodes = [node];
  // The list grows while it is read.
  for (const current of nodes) ts.forEachChild(current, (child) => void nodes.push(child));
  return nodes;
}

function importOf(node: ts.Node, path: string): Import[] {
  const specifier = specifierOf(node);
  if (specifier === undefined) return [];
  const source = specifier.replace(/\.js$/, ".ts");
  const target = specifier.startsWith(".") ? relative(root, join(root, dirname(path), source)).replaceAll("\\", "/") : specifier;
  return [{ target, specifier, typeOnly: isTypeOnly(node) }];
}

function specifierOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return node.moduleSpecifier.text;
  }
  const [argument] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
  if (argument) return ts.isStringLiteral(argument) ? argument.text : "(computed)";
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal) ? node.argument.literal.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  if (!clause) return false;
  const bindings = clause.namedBindings;
  return clause.isTypeOnly || (!clause.name && bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every(({ isTypeOnly }) => isTypeOnly));
}

function lineOf(node: ts.Node, source: ts.SourceFile, position = node.getStart(source)): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function offenders(among: readonly File[], find: (file: File) => readonly string[]): string[] {
  return among.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`));
}

/** One line for each import that closes a circle. */
function circles(): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): string[] => {
    if (above.includes(path)) return [[...above.slice(above.indexOf(path)), path].join(" → ")];
    if (done.has(path)) return [];
    const imports = (byPath.get(path)?.imports ?? []).filter(({ typeOnly }) => !typeOnly || roomOf(path) !== "runtime");
    const found = imports.flatMap(({ target }) => visit(target, [...above, path]));
    done.add(path);
    return found;
  };
  return files.flatMap(({ path }) => visit(path, []));
}
