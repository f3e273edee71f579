import { answer } from "../../runtime/answer.ts";
import type { Draft } from "../../runtime/draft.ts";

/** A request of nothing yet, for the parts of the client's runtime to write into. */
export function emptyDraft(method: string): Draft {
  return {
    request: { route: method, method, headers: {} }, texts: Object.create(null), query: [], server: "", fetch: async () => Response.error(), json: JSON, answer, readers: {}, settings: {},
  };
}
