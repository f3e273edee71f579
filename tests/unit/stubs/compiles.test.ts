import assert from "node:assert/strict";
import { test } from "node:test";
import { oneProgram } from "../../support/one-program.ts";
import { typecheck } from "../../support/typecheck.ts";
import { stubbedCode } from "./stubbed-code.ts";

// With other compilers: tests/types/types.test.ts.
test("stubs compile beside the generated server.ts, however handlers are written, and what a person writes into one is checked", async () => {
  const output = await stubbedCode();
  const wrong = (output.get("../way-0.ts") ?? "").replace("return reply.notImplemented();", "return reply[418]();");
  const { files, rootDirs } = oneProgram(new Map([["generated", new Map([...output, ["../wrong.ts", wrong]])]]));
  const errors = await typecheck(files, { rootDirs });
  const others = errors.filter(({ file }) => file !== "wrong.ts");
  assert.deepEqual(others.map(({ file, line, message }) => `${file}:${line}: ${message}\n${files.get(file)?.split("\n")[line - 1]}`), []);
  assert.match(errors.map(({ message }) => message).join("\n"), /418/);
});
