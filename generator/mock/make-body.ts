import type { Json } from "../json.ts";
import { type BodyValue, type BodyWish, bodyValue, isValid } from "./body-value.ts";
import type { MockCounts } from "./counts.ts";
import type { MockedApi, MockedContent } from "./mocked-api.ts";
import { prismDocument } from "./prism-document.ts";
import type { Prism } from "./prism-process.ts";

/** Gives a body that is valid, or `undefined` where none was found. */
export type MakeBody = (content: MockedContent, wish: BodyWish) => Promise<BodyValue | undefined>;

/**
 * Asks Prism for bodies, and judges them: one that is not valid is replaced by an example of the document, or one made from its schema,
 * and counted. Without Prism, these are all there is. Bodies that do not vary are made once.
 */
export function bodyMaker({ schemas, sample }: MockedApi, prism: Prism | undefined, { counts, log }: { counts: MockCounts; log: (line: string) => void }): MakeBody {
  const made = new Map<MockedContent, Map<string, BodyValue>>();
  const keys = new Map<MockedContent, string>();
  const told = new Set<MockedContent>();
  const known = (content: MockedContent) => made.get(content) ?? new Map<string, BodyValue>();
  const keyOf = (content: MockedContent) => {
    const key = keys.get(content) ?? `${prefix++}`;
    keys.set(content, key);
    return key;
  };
  const askPrism = async (content: MockedContent, { example, seed }: BodyWish): Promise<Json | undefined> => {
    const isAskable = content.contract.kind === "json" || (content.contract.kind === "text" && content.schema !== undefined);
    if (prism === undefined || !isAskable || (content.schema === undefined && content.mediaType.examples.length === 0)) return undefined;
    const mock = { dynamic: seed !== undefined, ...(example !== undefined && { exampleKey: example }), ...(seed !== undefined && { seed: String(seed) }) };
    const body = await prism.ask({ key: keyOf(content), document: () => prismDocument(content, schemas), mock });
    if (body === undefined || isValid(content, body)) return body;
    counts.replaced++;
    if (!told.has(content)) log(`Prism's body for ${content.mediaType.at} is not valid and is replaced. It is counted from now on, and not told again.`);
    told.add(content);
    return undefined;
  };
  return async (content, wish) => {
    const name = wish.seed === undefined ? `static ${wish.example ?? ""}` : undefined;
    const before = name === undefined ? undefined : known(content).get(name);
    if (before !== undefined) return before;
    const isUp = prism === undefined || prism.state() === "running";
    const body = await askPrism(content, wish);
    const value: BodyValue | undefined = body === undefined ? bodyValue(content, sample, wish) : { value: body, source: "prism" };
    // What is made while Prism is not there is no reason not to ask it later.
    if (value !== undefined && name !== undefined && isUp) made.set(content, known(content).set(name, value));
    return value;
  };
}

// Documents that are reloaded have new keys, so that a running Prism does not take one for the other.
let prefix = 0;
