/** How many answers there were, by what their bodies are of; and how many bodies Prism made that are not valid and were replaced. */
export type MockCounts = { prism: number; example: number; schema: number; guard: number; none: number; replaced: number };

/** Of a mock that has answered nothing yet. */
export function noCounts(): MockCounts {
  return { prism: 0, example: 0, schema: 0, guard: 0, none: 0, replaced: 0 };
}
