/** What says whether a text has a match. */
export type Pattern = { test(text: string): boolean };

/** The matcher of a `pattern` (JSON Schema Core §6.4). One that is no regular expression matches everything. */
export function pattern(source: string): Pattern {
  return { test: (text) => compiled(source).test(text) };
}

const known = new Map<string, Pattern>();

function compiled(source: string): Pattern {
  const ready = known.get(source);
  if (ready !== undefined) return ready;
  const made = expressionOf(source) ?? { test: () => true };
  known.set(source, made);
  return made;
}

// Patterns that only the older syntax allows (`\-`, `\_`) are common in real documents.
function expressionOf(source: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}
