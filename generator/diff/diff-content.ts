import type { MediaType } from "../model/api.ts";
import type { Change, Direction } from "./change.ts";
import { diffSchema } from "./diff-schema.ts";
import { pairUp } from "./pair-up.ts";
import type { Sides } from "./sides.ts";

/** What is different in the media types of a body. `direction` is who sends it where consumers call; incoming calls swap it. */
export function diffContent(
  base: readonly MediaType[], revision: readonly MediaType[], { sides, where, direction }: { sides: Sides; where: string; direction: Direction },
): Change[] {
  const { both, removed, added } = pairUp(base, revision, ({ name }) => name.toLowerCase().replace(/\s/g, ""));
  const sent: Direction = sides.isIncoming === (direction === "request") ? "response" : "request";
  return [
    ...removed.map((mediaType): Change => ({
      rule: `${direction}-body-media-type-removed`, severity: "breaking", where, message: `is not ${mediaType.name} any more`, base: mediaType.at,
    })),
    ...added.map((mediaType): Change => ({
      rule: `${direction}-body-media-type-added`, severity: "info", where, message: `can be ${mediaType.name} as well`, revision: mediaType.at,
    })),
    ...both.flatMap(([old, now]) => [
      ...(old.schema === undefined || now.schema === undefined ? [] : diffSchema(old.schema, now.schema, { sides, where, direction: sent, thing: "body" })),
      ...(old.itemSchema === undefined || now.itemSchema === undefined ? [] : diffSchema(old.itemSchema, now.itemSchema, { sides, where: `${where} items`, direction: sent, thing: "body" })),
    ]),
  ];
}
