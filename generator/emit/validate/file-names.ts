import { compareNames } from "../../model/identifier.ts";

/**
 * A file name for each type, without ending: `Pet` gives `pet`, `APIKey` gives `api-key`. No two differ only in case or in how Unicode
 * writes a letter, and none is the name of a device of Windows.
 */
export function fileNames(types: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  const taken = new Set<string>();
  for (const type of [...types].sort(compareNames)) {
    const wanted = kebabCase(type).slice(0, longest);
    const base = devices.test(wanted) ? `${wanted}-schema` : wanted;
    let file = base;
    for (let number = 2; taken.has(folded(file)); number++) file = `${base}-${number}`;
    taken.add(folded(file));
    files.set(type, file);
  }
  return files;
}

/** `ClearApiKeyCacheResponse` in words of small letters: `clear-api-key-cache-response`. */
function kebabCase(type: string): string {
  const words = type.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, "-");
  return words.toLowerCase().normalize("NFC");
}

/** What file systems take for the same. */
function folded(file: string): string {
  return file.normalize("NFKC").toUpperCase().toLowerCase();
}

// Of 255 bytes that a file system gives a name, a letter may take three.
const longest = 70;

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/;
