import type { SchemeContract } from "./contract.js";

/**
 * The challenges of a 401 (RFC 9110 §11.6.1), a line for each scheme that credentials can be of: `Basic realm="API", charset="UTF-8"`.
 * A key has no scheme that is registered: its challenge is the word before it, or the name that the document gives to it.
 */
export function challengesOf(schemes: readonly (readonly [name: string, scheme: SchemeContract])[]): readonly string[] {
  return [...new Set(schemes.flatMap(([name, scheme]) => challengeOf(name, scheme)))];
}

function challengeOf(name: string, scheme: SchemeContract): string[] {
  switch (scheme.kind) {
    case "basic":
      return [`Basic ${realm}, charset="UTF-8"`];
    case "bearer":
      return [`Bearer ${realm}`];
    case "http":
      return [`${tokenOf(scheme.scheme)} ${realm}`];
    case "apiKey":
      return [`${tokenOf(scheme.prefix?.trim() || name)} ${realm}`];
    case "mutualTLS":
      return [];
    default:
      return scheme satisfies never;
  }
}

const realm = 'realm="API"';

/** RFC 9110 §5.6.2. */
function tokenOf(text: string): string {
  return text.replace(/[^\w!#$%&'*+.^`|~-]/g, "-");
}
