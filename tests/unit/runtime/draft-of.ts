import { answer } from "../../../generator/runtime/answer.ts";
import type { Draft } from "../../../generator/runtime/draft.ts";
import { expand } from "../../../generator/runtime/expand.ts";
import type { Arguments, Part } from "../../../generator/runtime/operation.ts";

/** What a part makes of the arguments of a call, where nothing is sent. */
export async function draftOf(part: Part, given: object): Promise<Draft> {
  const draft: Draft = {
    request: { route: "POST /", method: "POST", headers: {} }, texts: Object.create(null), query: [], server: "", fetch,
    json: JSON, answer, readers: {}, settings: {},
  };
  await part(draft, withoutPrototype(given));
  return draft;
}

/** The path and query that a template and a part give. */
export async function targetOf(template: string, part: Part, given: object): Promise<string> {
  const { texts, query } = await draftOf(part, given);
  return [expand(template, withoutPrototype(given), texts), ...query].join("&");
}

function withoutPrototype(given: object): Arguments {
  return { __proto__: null, ...given };
}
