import type { Problem, ProblemKind } from "./problem.js";

/** A problem of a kind. What it does not say is empty. */
export function problemOf(kind: ProblemKind, details: Partial<Problem> = {}): Problem {
  const [status, title] = kinds[kind];
  return { status, kind, title, violations: [], headers: {}, ...details };
}

const kinds: { readonly [kind in ProblemKind]: readonly [status: number, title: string] } = {
  "invalid-request": [400, "The request does not follow the document of this API."],
  unauthorized: [401, "Credentials are missing, or are not valid."],
  forbidden: [403, "These credentials do not permit this."],
  "not-found": [404, "This API has no such path."],
  "method-not-allowed": [405, "This path does not have this method."],
  "not-acceptable": [406, "None of the media types that are acceptable can be given."],
  "too-large": [413, "The body is too large."],
  "unsupported-media-type": [415, "A body of this media type, charset or coding cannot be read."],
  "handler-failed": [500, "The server could not answer the request."],
  "invalid-response": [500, "The server could not answer the request."],
  "not-implemented": [501, "This operation is not implemented yet."],
};
