import { isAbsolute, relative, sep } from "node:path";

/** `spec/openapi.yaml` for a file below the folder, or beside it; a URL and `-` stay as they are. */
export function displayName(uri: string, folder: string): string {
  return isAbsolute(uri) ? relative(folder, uri).replaceAll(sep, "/") || "." : uri;
}
