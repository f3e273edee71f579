/**
 * Where our types differ from those of openapi-typescript 7.13 on purpose. `place` is as in places.ts. What is made of a
 * schema that differs may differ as well; only the schema itself is listed.
 */
export type KnownDifference = { document: string; place: string; reason: string };

export const knownDifferences: KnownDifference[] = [];
