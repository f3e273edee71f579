import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { main } from "../../../generator/cli/main.ts";
import type { ExitCode, Io } from "../../../generator/cli/io.ts";

export type Ran = { exit: ExitCode; out: string; err: string };

/** What `specwright …` prints and gives in a folder. */
export async function run(cwd: string, argv: readonly string[], world: Partial<Io> = {}): Promise<Ran> {
  const printed = { out: "", err: "" };
  const io = fakeIo({
    cwd,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    ...world,
  });
  const exit = await main(argv, io);
  return { exit, ...printed };
}

/** An Io with nothing on stdin, nobody who presses Ctrl-C, and no colour. */
export function fakeIo(world: Partial<Io>): Io {
  return {
    cwd: "/",
    env: {},
    out: () => {},
    err: () => {},
    colour: { out: false, err: false },
    debug: false,
    program,
    stdin: async () => "",
    interrupted: () => new Promise(() => {}),
    ...world,
  };
}

// `npm test` has built the program before it runs bundled tests. Who runs one by tsx has perhaps not, and waits for tsx once more.
const isBundled = !process.execArgv.some((word) => word.includes("tsx"));
const fileOf = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const program = [process.execPath, ...(isBundled ? [fileOf("dist/specwright.js")] : ["--import", import.meta.resolve("tsx"), fileOf("generator/cli/specwright.ts")])];

/** A new folder with these files, gone when the test is over. */
export async function folderWith(test: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "specwright-"));
  test.after(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A small document with one schema of that name. */
export function documentWith(schema: string): string {
  return `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: All
          content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }
components:
  schemas:
    ${schema}: { type: object, properties: { name: { type: string } } }
`;
}
