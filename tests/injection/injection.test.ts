import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import ts from "typescript";
import { generate, type Generated } from "../../generator/generate.ts";
import { repository, typecheck } from "../support/typecheck.ts";
import { poisonedDocument } from "./poisoned-document.ts";
import { poisons } from "./poisons.ts";

let generated: Promise<Generated> | undefined;

function poisoned(): Promise<Generated> {
  return (generated ??= generate({ input: "-", cwd: repository, stdin: async () => JSON.stringify(poisonedDocument()) }));
}

/** The files that are TypeScript, with their text. */
async function code(): Promise<Map<string, string>> {
  const { files, diagnostics } = await poisoned();
  const found = new Map(files.filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => [path, text]));
  assert.ok(found.size > 0, `Nothing is generated: ${diagnostics.find(({ severity }) => severity === "error")?.message}`);
  return found;
}

const sources = new Map<string, ts.SourceFile>();

/** A file as the compiler reads it, which several tests look at. */
function sourceOf(path: string, text: string): ts.SourceFile {
  const source = sources.get(path) ?? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  sources.set(path, source);
  return source;
}

test("what is generated from hostile names and texts compiles", async () => {
  const errors = await typecheck(await code());
  assert.deepEqual(errors.map(({ file, line, message }) => `${file}:${line}: ${message.slice(0, 300)}`), []);
});

test("importing it has no effect", async () => {
  const folder = await mkdtemp(join(tmpdir(), "specwright-injection-"));
  try {
    const paths: string[] = [];
    for (const [path, text] of await code()) {
      const script = path.replace(/\.ts$/, ".js");
      await mkdir(dirname(join(folder, script)), { recursive: true });
      await writeFile(join(folder, script), (await transform(text, { loader: "ts", tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } })).code);
      paths.push(script);
    }
    await writeFile(join(folder, "package.json"), '{"type":"module"}');
    const globals = Object.getOwnPropertyNames(globalThis);
    const inherited = Object.getOwnPropertyNames(Object.prototype);
    for (const path of paths) await import(pathToFileURL(join(folder, path)).href);
    assert.deepEqual(Object.getOwnPropertyNames(globalThis), globals);
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), inherited);
    const there = await readdir(folder, { recursive: true });
    assert.deepEqual(there.filter((name) => name.endsWith(".js")).map((name) => name.replaceAll(sep, "/")).sort(), paths.sort());
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("no file is outside of the output folder", async () => {
  const { files } = await poisoned();
  const folder = resolve("/out");
  for (const { path } of files) assert.ok(resolve(folder, path).startsWith(folder + sep), path);
  assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
});

test("no character of it is one that an editor hides or that ends a line only for some readers", async () => {
  for (const [path, text] of await code()) {
    const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]/.exec(text);
    assert.equal(hidden, null, `${path} has U+${hidden?.[0].charCodeAt(0).toString(16)} at ${hidden?.index}`);
    assert.ok(!/\p{Surrogate}/u.test(text), `${path} has a lone surrogate, which no file can hold`);
  }
});

test("statements are declarations, whatever the document says: of types, and in the client of operations and functions of ours", async () => {
  for (const [path, text] of await code()) {
    if (path.startsWith("runtime/")) continue;
    const source = sourceOf(path, text);
    const others = source.statements.filter((statement) => !ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement));
    const isExpected = path.startsWith("validators/") || path === "server.ts" ? isOfServer : isOfClient;
    const unexpected = path === "types.ts" ? others : others.filter((statement) => !isExpected(statement));
    assert.deepEqual(unexpected.map((statement) => statement.getText().slice(0, 100)), []);
  }
});

test("what validators call is of the runtime, of each other, or of the language", async () => {
  for (const [path, text] of await code()) {
    if (!/^validators\/(?:schemas|operations)\//.test(path)) continue;
    const source = sourceOf(path, text);
    const nodes: ts.Node[] = [...source.statements];
    for (const node of nodes) ts.forEachChild(node, (child) => void nodes.push(child));
    const known = new Set(["Set", "Number", ...source.statements.filter(ts.isImportDeclaration).flatMap(namesOf), ...source.statements.filter(ts.isFunctionDeclaration).map(({ name }) => name?.text ?? "")]);
    const calls = nodes.filter((node) => ts.isCallExpression(node) || ts.isNewExpression(node));
    const called = calls.map(({ expression }) => expression.getText()).filter((name) => !known.has(name));
    assert.deepEqual(called.filter((name) => !/^[\p{ID_Continue}$]+\.(?:test|has|some|every|of|slice|indexOf|charCodeAt|startsWith|endsWith)$/u.test(name)), [], path);
  }
});

test("what constants are made with is text, flags, and parts of the runtime", async () => {
  for (const path of ["operations.ts", "client.ts"]) {
    const source = sourceOf(path, (await code()).get(path) ?? "");
    const imported = new Set(source.statements.filter(ts.isImportDeclaration).flatMap(namesOf));
    const nodes: ts.Node[] = [...source.statements];
    for (const node of nodes) ts.forEachChild(node, (child) => void nodes.push(child));
    const calls = nodes.filter((node) => ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node));
    assert.ok(calls.length > 0);
    const called = calls.map((node) => (ts.isCallExpression(node) ? node.expression.getText() : node.getText()));
    assert.deepEqual(called.filter((name) => !imported.has(name) && !["table", "urlOf"].includes(name)), []);
  }
});

function isOfClient(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
    return statement.moduleSpecifier !== undefined && /^"\.\/(runtime\/)?[a-z-]+\.js"$/.test(statement.moduleSpecifier.getText());
  }
  if (ts.isFunctionDeclaration(statement)) return ["createClient", "table", "urlOf"].includes(statement.name?.text ?? "");
  return ts.isVariableStatement(statement) && statement.declarationList.declarations.every(({ initializer }) => initializer && ts.isCallExpression(initializer));
}

/** Imports of other generated files, functions, and constants that are data, or that parts of the runtime make. */
function isOfServer(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
    return statement.moduleSpecifier === undefined || /^"(?:\.\.?\/)+[\p{Ll}\p{Lo}\p{Lm}\p{Nd}_/-]+\.js"$/u.test(statement.moduleSpecifier.getText());
  }
  return ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement);
}

function namesOf({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
}

test("every hostile name is a name of the generated interfaces, as it is", async () => {
  const text = (await code()).get("types.ts") ?? "";
  const file = ts.createSourceFile("types.ts", text, ts.ScriptTarget.ES2022);
  const paths = file.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "paths");
  assert.ok(paths && ts.isInterfaceDeclaration(paths));
  const names = new Set(paths.members.map(({ name }) => (name && (ts.isStringLiteral(name) || ts.isIdentifier(name)) ? name.text : "")));
  assert.deepEqual(poisons.filter((poison) => !names.has(`/${poison}`)), []);
});
