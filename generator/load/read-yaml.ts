import { Composer, Parser, type CST, type Document } from "yaml";
import { MAX_DEPTH } from "./nesting.ts";

/** The documents of a YAML stream as trees of nodes with ranges; none where something nests too deeply, but its offset. */
export function readYaml(text: string): { documents: Document.Parsed[]; tooDeepAt?: number } {
  const tokens = [...new Parser().parse(text)];
  // The composer recurses, and what happens where its stack ends is not an exception that one could catch.
  const tooDeepAt = offsetBelow(tokens, MAX_DEPTH);
  if (tooDeepAt !== undefined) return { documents: [], tooDeepAt };
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    // `!!timestamp`, `!!set` and their like are no JSON; unknown tags give the plain value and a warning.
    resolveKnownTags: false,
    // It would compare each key with every other one. yamlToJson finds duplicates in linear time.
    uniqueKeys: false,
    logLevel: "silent",
  });
  return { documents: [...composer.compose(tokens)] };
}

/** Where the first collection stands that has `depth` others around it. */
function offsetBelow(tokens: readonly CST.Token[], depth: number): number | undefined {
  let level = tokens.flatMap((token) => (token.type === "document" && token.value && isCollection(token.value) ? [token.value] : []));
  for (let around = 0; around < depth; around++) level = level.flatMap(collectionsIn);
  return level[0]?.offset;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function isCollection(token: CST.Token): token is Collection {
  return token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection";
}

function collectionsIn(collection: Collection): Collection[] {
  const inner: Collection[] = [];
  for (const { key, value } of collection.items) {
    if (key && isCollection(key)) inner.push(key);
    if (value && isCollection(value)) inner.push(value);
  }
  return inner;
}
