import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { folderWith, run } from "../run-main.ts";

/** `specwright dev` in a new folder. `says` waits for words that were printed since it was last asked. */
export type Working = {
  readonly folder: string;
  says(pattern: RegExp): Promise<void>;
  readonly docs: () => string;
  readonly mock: () => string;
};

/** Runs `specwright dev` on `openapi.yaml` of a new folder, until the test has said what it wants; then Ctrl-C is pressed. Gives the exit code, and all that was printed. */
export async function working(t: TestContext, files: Record<string, string>, story: (working: Working) => Promise<void>, flags: readonly string[] = ["--port", "0", "--mock-port", "0"]) {
  const folder = await folderWith(t, files);
  let printed = "";
  let read = 0;
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
  const running = run(folder, ["dev", "openapi.yaml", ...flags], { err: (text) => void (printed += text), interrupted: () => interrupted });
  const says = async (pattern: RegExp): Promise<void> => {
    for (let tries = 0; tries < 12_000; tries++) {
      const found = pattern.exec(printed.slice(read));
      if (found !== null) return void (read += found.index + found[0].length);
      await wait(25);
    }
    assert.fail(`It never said ${pattern}. Printed so far:\n${printed}`);
  };
  const urlOf = (name: string): string => new RegExp(`${name} (http://[^\\s,]+)`).exec(printed)?.[1] ?? "";
  try {
    await says(/Watching/);
    await story({ folder, says, docs: () => urlOf("docs"), mock: () => urlOf("mock") });
  } finally {
    interrupt();
  }
  const { exit } = await running;
  return { exit, printed, docs: urlOf("docs"), mock: urlOf("mock") };
}

/** A document with a list of pets. */
export function petsWith(property: string): string {
  return `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: All of them
          content:
            application/json:
              schema: { type: array, items: { type: object, required: [name], properties: { name: ${property} } } }
              example: [{ name: Rex }]
`;
}
