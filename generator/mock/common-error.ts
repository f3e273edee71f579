import type { MockedApi, MockedContent } from "./mocked-api.ts";

/** What errors of most operations of an Api are: the JSON content of 4XX and default responses whose schema at least half of them share. */
export function commonError(mocked: MockedApi): MockedContent | undefined {
  const known = found.get(mocked) ?? { content: find(mocked) };
  found.set(mocked, known);
  return known.content;
}

const found = new WeakMap<MockedApi, { readonly content: MockedContent | undefined }>();

function find({ operations }: MockedApi): MockedContent | undefined {
  const users = new Map<string, { content: MockedContent; count: number }>();
  for (const { responses } of operations) {
    const errors = responses.filter(({ status }) => /^4|^default$/i.test(status)).flatMap(({ contents }) => contents);
    const own = new Map<string, MockedContent>();
    for (const content of errors) {
      const key = content.schema?.ref ?? content.schema?.at;
      if (content.contract.kind === "json" && key !== undefined && !own.has(key)) own.set(key, content);
    }
    for (const [key, content] of own) {
      users.set(key, { content: users.get(key)?.content ?? content, count: (users.get(key)?.count ?? 0) + 1 });
    }
  }
  const [most] = [...users.values()].sort((one, other) => other.count - one.count);
  return most !== undefined && most.count * 2 >= operations.length ? most.content : undefined;
}
