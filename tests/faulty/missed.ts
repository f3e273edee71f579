/** Faulty servers that are not found yet: `kind: name`. One that is found is to leave this list. */
export const missed: ReadonlySet<string> = new Set([
  "params: the last of several lines is forgotten",
  // A body with a part that we do not write ourselves, such as an image, may be refused for that part.
  "params: a part of JSON is refused",
  "params: a JPEG is refused",
  // Many leave out what is empty.
  "stateful: an empty list is lost",
]);
