/** A text without its percent-encoding (RFC 3986 §2.1), or as it is where that is not UTF-8. */
export function decodeLiteral(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
