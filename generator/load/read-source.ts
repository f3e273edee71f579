import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { diagnose } from "../diagnostics.ts";
import { decodeText, type ReadResult } from "./decode-text.ts";
import { fetchBytes, type Bytes } from "./fetch-bytes.ts";
import { didYouMean } from "./suggest.ts";

/** Reads an absolute path, an http(s) URL, or `-`, for which `stdin` gives the text. UTF-8, or UTF-16 with a byte order mark. */
export async function readSource(uri: string, stdin?: () => Promise<string>): Promise<ReadResult> {
  if (uri === "-") return readStandardInput(stdin);
  const read = /^https?:\/\//i.test(uri) ? await fetchBytes(uri) : await readBytes(uri);
  if ("problem" in read) return unreadable(uri, read.problem, read.help);
  return decodeText(uri, read.bytes);
}

async function readStandardInput(stdin: (() => Promise<string>) | undefined): Promise<ReadResult> {
  if (stdin === undefined) return unreadable("-", "There is no standard input to read.");
  const text = await stdin();
  return { source: { uri: "-", text: text.startsWith("\uFEFF") ? text.slice(1) : text }, diagnostics: [] };
}

async function readBytes(path: string): Promise<Bytes> {
  try {
    return { bytes: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    switch (code) {
      case "ENOENT":
      case "ENOTDIR": return missingFile(path);
      case "EISDIR": return { problem: `${path} is a folder, not a file.`, help: "Name the document in it." };
      case "EACCES":
      case "EPERM": return { problem: `You may not read ${path}.` };
      default: return { problem: `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}.` };
    }
  }
}

async function missingFile(path: string): Promise<Bytes> {
  const neighbours = await readdir(dirname(path)).catch(() => undefined);
  if (neighbours === undefined) return { problem: `No folder ${dirname(path)}.` };
  const near = didYouMean(basename(path), neighbours);
  return { problem: `No file ${path}.${near === undefined ? "" : ` Did you mean ${JSON.stringify(join(dirname(path), near))}?`}` };
}

function unreadable(uri: string, problem: string, help?: string): ReadResult {
  return { diagnostics: [diagnose("unreadable", problem, { uri, line: 1, column: 1 }, help)] };
}
