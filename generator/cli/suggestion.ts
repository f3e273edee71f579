import { didYouMean } from "../load/suggest.ts";

/** ` Did you mean "generate"?` for `genrate`, or nothing where no choice is near: the end of a message. */
export function suggestion(word: string, choices: Iterable<string>): string {
  const near = didYouMean(word, choices);
  return near === undefined ? "" : ` Did you mean "${near}"?`;
}
