/** Faulty servers that are not found yet: `kind: name`. One that is found is to leave this list. */
export const missed: ReadonlySet<string> = new Set([
  "example: a member that is only written is shown",
  "params: of a list in a form the last item counts",
]);
