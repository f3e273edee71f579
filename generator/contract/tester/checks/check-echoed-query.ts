import { isObject, type Json, type JsonObject, member, setMember } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { decodeUtf8 } from "../../../runtime/server/decode-utf8.ts";
import type { Case } from "../case.ts";
import { exactJson } from "../exact-json.ts";
import type { WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import { rowsOf } from "../phases/lists/rows-of.ts";
import { changedMembers } from "../phases/stateful/kept-members.ts";
import { answerSchema, partsOf } from "../phases/stateful/schema-members.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedOperation } from "./checked-exchange.ts";

/**
 * An answer that no path names, and that is no list, is made of what its query says: a member that is called as a parameter, and described alike,
 * says what was asked for, or what the document has by default. Numbers with decimals may be brought to a grid.
 */
export function checkEchoedQuery({ request, values, operation }: Case, { status, body: bytes }: WireResponse, { name }: CheckedOperation, tools: CheckTools): Found[] {
  if (operation === undefined || values === undefined || request.method !== "GET" || status > 203 || operation.parameters.some(({ in: location }) => location === "path")) return [];
  const text = decodeUtf8(bytes);
  const told = text === undefined ? undefined : exactJson(text);
  if (!isObject(told) || rowsOf(told) !== undefined) return [];
  const query = operation.parameters.filter(({ in: location, name: called }) => location === "query" && member(told, called) !== undefined);
  const asked: JsonObject = {};
  for (const { name: called, schema } of query) {
    const value = values.query.get(called) ?? partsOf(tools.schemas, schema).find((part) => part.default !== undefined)?.default?.value;
    if (value !== undefined && (typeof value !== "number" || Number.isInteger(value))) setMember(asked, called, value);
  }
  const writing: Schema = { at: "", properties: query.map(({ name: called, schema, content }) => ({ name: called, schema: content?.schema ?? schema ?? { at: "", boolean: true } })) };
  return changedMembers(asked, told, { schemas: tools.schemas, writing, reading: answerSchema(operation, status) }).map((changed): Found => {
    const [called = ""] = changed.split("/");
    const isSaid = values.query.get(called) !== undefined;
    return {
      code: "broken-echo", severity: "warning", operation: name, at: tools.at(operation.at), key: `query ${called}`,
      message: isSaid ? `The query asks for ${called} ${shown(asked, called)}, and the answer has ${shown(told, called)}` : `The query does not say ${called}, which is ${shown(asked, called)} by default, and the answer has ${shown(told, called)}`,
      because: "The document has the same in the query and in the answer, which nothing else names",
    };
  });
}

function shown(value: JsonObject, name: string): string {
  const text = JSON.stringify(member(value, name) ?? null satisfies Json);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
