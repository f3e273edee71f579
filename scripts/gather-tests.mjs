import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Writes the scripts that run bundled tests, each in a process of its own, and gives their paths in the order in which they are to begin. Small
 * tests that touch nothing of the whole process share one: to start it takes longer than they do. What takes longest begins first, so that no
 * core waits for it in the end.
 */
export function gatherTests(files, bundles, { root, out }) {
  const tests = files.map((file, index) => ({ name: relative(root, file).split(sep).join("/"), bundle: bundles[index] }));
  const alone = tests.filter(({ name }) => !mayShare(join(root, name), name)).sort((one, other) => rank(one.name) - rank(other.name));
  const small = tests.filter((test) => !alone.includes(test));
  const groups = Array.from({ length: Math.ceil(small.length / mostTogether) }, (_, index) => small.slice(index * mostTogether, (index + 1) * mostTogether));
  const folder = join(out, "run");
  mkdirSync(folder, { recursive: true });
  return [...alone.map((test) => [test]), ...groups].map((group, index) => {
    const script = join(folder, `${String(index).padStart(3, "0")}.js`);
    writeFileSync(script, group.map(({ bundle }) => `import ${JSON.stringify(pathToFileURL(bundle).href)};\n`).join(""));
    return script;
  });
}

const mostTogether = 12;

// The longest first, as measured; all others follow in the order of their names.
const longest = [
  "tests/faulty/faulty", "tests/unit/contract/tester/faulty-validation", "tests/types/types", "tests/injection/hostile", "tests/injection/injection", "tests/unit/mock/prism",
  "tests/unit/mock/valid-answers", "tests/unit/docs/emit-docs", "tests/unit/runtime/compiles", "tests/unit/cli/start", "tests/unit/cli/dev/dev", "tests/unit/cli/proxy",
  "tests/conformance/server-styles-round-trip", "tests/unit/docs/injection", "tests/unit/stubs/command", "tests/corpus/corpus", "tests/oracle/oracle", "tests/unit/model/build-api",
].map((name) => `${name}.test.ts`);

function rank(name) {
  const index = longest.indexOf(name);
  return index < 0 ? longest.length : index;
}

/** Only unit tests, and of these none that changes what is there once in a process, or that has to prepare something before the first test of all. */
function mayShare(file, name) {
  if (!name.startsWith("tests/unit/") || longest.includes(name)) return false;
  return !/\bbefore\(|globalThis|\bprocess\.|\bmock\b|setFlags|createServer|spawn|execFile|wireServer|serve\(|listen\(|prototype/.test(readFileSync(file, "utf8"));
}
