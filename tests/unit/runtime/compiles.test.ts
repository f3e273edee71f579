import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { compilers, repository, strictOptions } from "../../support/typecheck.ts";

// People compile the runtime with their own code: in browsers by the types of the DOM, on servers by those of Node alone.
const platforms = { "the DOM": { lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] }, Node: { lib: ["ES2022"], types: ["node"] } };

const folder = mkdtempSync(join(tmpdir(), "runtime-"));
after(() => rmSync(folder, { recursive: true }));
cpSync(join(repository, "generator", "runtime"), join(folder, "runtime"), { recursive: true });
symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
writeFileSync(join(folder, "package.json"), '{"type":"module"}');

for (const [version, name] of Object.entries(compilers)) {
  for (const [platform, options] of Object.entries(platforms)) {
    // The older compilers check it by the types of the DOM with all that is generated: tests/types/types.test.ts.
    if (platform === "the DOM" && version !== "7") continue;
    test(`TypeScript ${version} has nothing to say about the runtime, with the types of ${platform}`, () => {
      const compilerOptions = {
        ...strictOptions, ...options, module: "NodeNext", moduleResolution: "NodeNext", allowImportingTsExtensions: false,
        noUnusedLocals: true, noUnusedParameters: true, noPropertyAccessFromIndexSignature: true,
        // The types of Node are not for every compiler; ours have to be, and are no .d.ts files.
        skipLibCheck: true,
      };
      const config = join(folder, `tsconfig.${version}.${options.types.length}.json`);
      writeFileSync(config, JSON.stringify({ compilerOptions, include: ["runtime"] }));
      const { stdout, stderr, status } = spawnSync(process.execPath, [join(repository, "node_modules", name, "bin", "tsc"), "-p", config], { cwd: folder, encoding: "utf8" });
      assert.equal(stdout + stderr, "");
      assert.equal(status, 0);
    });
  }
}
