import type { Json } from "../json.ts";
import type { Problem } from "../runtime/server/problem.ts";
import { isValid } from "./body-value.ts";
import type { MockedContent } from "./mocked-api.ts";

/** The valid example of an error whose words are nearest to a problem's; the first one where that says nothing. */
export function bestExample(content: MockedContent, { kind, title, reason = "", violations }: Problem): Json | undefined {
  const [first] = violations;
  const words = wordsOf([kind, title, reason, first?.in, first?.keyword, first?.message, first?.name].join(" "));
  const examples = content.mediaType.examples.flatMap(({ name, value, doc }) => {
    if (value === undefined || !isValid(content, value.value)) return [];
    const own = wordsOf(`${name} ${doc.summary ?? ""} ${doc.description ?? ""} ${JSON.stringify(value.value)}`);
    return [{ value: value.value, score: [...words].filter((word) => own.has(word)).length }];
  });
  return examples.sort((one, other) => other.score - one.score)[0]?.value;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);
}
