import type { Text } from "./sample-request.ts";

/** A text as an expression: `"ApiKey " + os.environ["API_KEY"]`. */
export function expression(text: Text, { string, variable, join }: { string(text: string): string; variable(name: string): string; join: string }): string {
  const pieces: (string | { variable: string })[] = [];
  for (const piece of text) {
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces.map((piece) => (typeof piece === "string" ? string(piece) : variable(piece.variable))).join(join);
}
