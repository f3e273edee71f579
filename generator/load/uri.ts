import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** `true` for `https://…` and `http://…`. */
export function isRemote(uri: string): boolean {
  return /^https?:\/\//i.test(uri);
}

/**
 * A reference without its fragment, made absolute (RFC 3986 §5): against a URL as URLs do, against a file's path as paths do.
 * `undefined` where it cannot be, as for a `file:` reference in a document that came from the network.
 */
export function resolveUri(base: string, reference: string): string | undefined {
  if (reference === "") return base;
  if (hasScheme(base)) return resolveUrl(base, reference);
  if (/^file:/i.test(reference)) return pathOfFileUrl(reference);
  if (hasScheme(reference)) return reference;
  return resolve(dirname(base), decode(reference));
}

/** Splits at the first `#`; component names of real documents hold further ones. */
export function splitReference(reference: string): { uri: string; fragment: string } {
  const hash = reference.indexOf("#");
  return hash < 0 ? { uri: reference, fragment: "" } : { uri: reference.slice(0, hash), fragment: reference.slice(hash + 1) };
}

/** Percent-decoded; a text that is no percent-encoding is itself. */
export function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Two letters at least, so that `C:\api.yaml` is a path.
function hasScheme(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(uri);
}

function resolveUrl(base: string, reference: string): string | undefined {
  if (!URL.canParse(reference, base)) return hasScheme(reference) ? reference : undefined;
  const url = new URL(reference, base).href;
  return /^file:/i.test(url) ? undefined : url;
}

function pathOfFileUrl(reference: string): string | undefined {
  try {
    return fileURLToPath(reference);
  } catch {
    return undefined;
  }
}
