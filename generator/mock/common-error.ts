import type { MockedApi, MockedContent } from "./mocked-api.ts";

/** What errors of most operations of an Api are: the JSON content of 4XX and default responses whose schema at least half of them share. */
export function commonError({ operations }: MockedApi): MockedContent | undefined {
  const users = new Map<string, { content: MockedContent; count: number }>();
  for (const { responses } of operations) {
    const errors = responses.filter(({ status }) => /^4|^default$/i.test(status)).flatMap(({ contents }) => contents);
    const own = new Map(errors.filter(({ contract: { kind } }) => kind === "json").map((content) => [keyOf(content), content]));
    for (const [key, content] of own) {
      if (key !== undefined) users.set(key, { content: users.get(key)?.content ?? content, count: (users.get(key)?.count ?? 0) + 1 });
    }
  }
  const [most] = [...users.values()].sort((one, other) => other.count - one.count);
  return most !== undefined && most.count * 2 >= operations.length ? most.content : undefined;
}

function keyOf({ schema }: MockedContent): string | undefined {
  return schema?.ref ?? schema?.at;
}
