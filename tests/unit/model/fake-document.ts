import type { Diagnostic } from "../../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { isObject } from "../../../generator/json.ts";
import type { Document } from "../../../generator/load/document.ts";
import type { Api } from "../../../generator/model/api.ts";
import { buildApi } from "../../../generator/model/build-api.ts";

/** A document as load/ gives it, from its tree alone. */
export function fakeDocument(root: JsonObject): Document {
  return { uri: "test.yaml", root, sources: new Map(), at: (pointer) => ({ uri: "test.yaml", pointer }) };
}

/** What is built from a document that has the given members, and what is said about it: `["ignored /info/title"]`. */
export function build(members: JsonObject): { api: Api; notes: string[]; diagnostics: Diagnostic[] } {
  const root = { openapi: "3.1.1", info: { title: "Test", version: "1" }, ...members };
  const { api, diagnostics } = buildApi(fakeDocument(root));
  const notes = diagnostics.map(({ code, at }) => `${code} ${"pointer" in at ? at.pointer : ""}`);
  return { api, notes, diagnostics };
}

/** Like `build`, of JSON text: that alone can have a member named `__proto__`. */
export function buildText(text: string): ReturnType<typeof build> {
  const members: Json = JSON.parse(text);
  return build(isObject(members) ? members : {});
}
