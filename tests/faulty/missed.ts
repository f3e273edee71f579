/** Faulty servers that are not found yet: `kind: name`. One that is found is to leave this list. */
export const missed: ReadonlySet<string> = new Set([
  "params: the last of several lines is forgotten",
  // Many leave out what is empty.
  "stateful: an empty list is lost",
]);
