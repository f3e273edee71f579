import assert from "node:assert/strict";
import { schemaChecker } from "../../../generator/contract/schema-checker.ts";
import { isObject, type Json } from "../../../generator/json.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import type { Response } from "../../../generator/model/api.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { repository } from "../../support/typecheck.ts";

/** What a server answered, its headers by name in lower case. */
export type Answer = { readonly status: number; readonly headers: { readonly [name: string]: string }; readonly body: Json };

const { document } = await loadDocument("spec/openapi.yaml", { cwd: repository });
if (document === undefined) throw new Error("the contract is not there");
const { api } = buildApi(document);
const [operation] = api.operations;
if (operation === undefined) throw new Error("the contract has no operation");
const check = schemaChecker(api);

/** The value of every example of every response that the contract has, by its name. */
export const documentedExamples: ReadonlyMap<string, { readonly status: number; readonly value: Json }> = new Map(operation.responses.flatMap(({ status, content }) =>
  (content[0]?.examples ?? []).flatMap(({ name, value }) => (value ? [[name, { status: Number(status), value: value.value }] as const] : []))));

/** Asserts that an answer is one of the contract's: by its status, media type, headers and body, as ajv sees it. */
export function assertDocumented({ status, headers, body }: Answer): void {
  const response = operation?.responses.find((candidate) => candidate.status === String(status));
  assert.ok(response, `${status} is not documented: ${JSON.stringify(body)}`);
  const mediaType = response.content.find(({ name }) => name === headers["content-type"]);
  assert.ok(mediaType?.schema, `${headers["content-type"]} is not documented for ${status}`);
  assert.deepEqual(check(body, mediaType.schema, "response"), [], `the body of a ${status}: ${JSON.stringify(body)}`);
  assertHeaders(response, headers);
}

function assertHeaders(response: Response, headers: Answer["headers"]): void {
  for (const { name, required, schema } of response.headers) {
    const value = headers[name.toLowerCase()];
    if (value === undefined) assert.ok(!required, `a ${response.status} must have the header ${name}`);
    else if (schema) assert.deepEqual(check(value, schema, "response"), [], `the header ${name}`);
  }
}

/** A text as JSON. */
export function parseAnswer(status: number, headers: Iterable<readonly [string, string]>, text: string): Answer {
  const body: Json = JSON.parse(text);
  return { status, headers: Object.fromEntries(headers), body: isObject(body) ? body : null };
}
