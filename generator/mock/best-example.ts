import type { Json } from "../json.ts";
import type { Problem } from "../runtime/server/problem.ts";
import { isValid } from "./body-value.ts";
import type { MockedContent } from "./mocked-api.ts";

/** The valid example of an error whose words are nearest to a problem's; the first one where that says nothing. */
export function bestExample(content: MockedContent, { kind, title, reason = "", violations }: Problem): Json | undefined {
  const [first] = violations;
  // Titles are the same for all requests that are refused for the same kind of reason; what is particular says more.
  const words = wordsOf(first === undefined ? (reason || `${kind} ${title}`) : [first.in, first.keyword, first.message].join(" "));
  const examples = content.mediaType.examples.flatMap(({ name, value, doc }) => {
    if (value === undefined || !isValid(content, value.value)) return [];
    const own = wordsOf(`${name} ${doc.summary ?? ""} ${doc.description ?? ""} ${JSON.stringify(value.value)}`);
    return [{ value: value.value, score: [...words].filter((word) => own.has(word)).length }];
  });
  return examples.sort((one, other) => other.score - one.score)[0]?.value;
}

function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !common.has(word)));
}

/** Words that are in every other sentence. */
const common = new Set(["must", "that", "this", "with", "have", "from", "request", "invalid", "value", "error", "type", "reason", "status", "operation"]);
