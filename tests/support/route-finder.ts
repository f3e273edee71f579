/** A path that a request is of, and what stands in place of its placeholders, decoded. */
export type Found = { readonly path: string; readonly texts: readonly string[] };

/**
 * Gives what finds the path that a request is of, the slow way: all that fit are compared segment by segment, and what has no
 * placeholder goes before what has one beside other text, and that before a placeholder alone (OAS "Path Templating Matching"). Of two
 * that have both, the one with more text goes first.
 */
export function routeFinder(paths: readonly string[]): (sent: string) => Found | undefined {
  const templates = [...new Set(paths)].map((path) => ({ path, pattern: patternOf(path), rank: path.split("/").map(rankOf).join() }));
  return (sent) => {
    const fits = templates.flatMap(({ path, pattern, rank }) => {
      const texts = pattern.exec(sent);
      return texts === null ? [] : [{ path, rank, texts: texts.slice(1).map(decoded) }];
    });
    return fits.sort((one, other) => (one.rank < other.rank ? -1 : 1))[0];
  };
}

function patternOf(path: string): RegExp {
  const literals = path.split(/\{[^{}]*\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join("([^/]+?)")}$`);
}

function rankOf(segment: string): string {
  const literal = segment.replace(/\{[^{}]*\}/g, "");
  const kind = literal === segment ? 0 : literal === "" ? 2 : 1;
  return `${kind}${String(999 - literal.length)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
