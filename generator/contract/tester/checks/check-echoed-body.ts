import { type Json, valueAt } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import type { Case } from "../case.ts";
import { exactJsonOf } from "../exact-json.ts";
import type { WireResponse } from "../exchange.ts";
import type { Found } from "../found.ts";
import { changedRows, otherDefaults } from "../phases/stateful/kept-rows.ts";
import type { Kept } from "../phases/stateful/described-alike.ts";
import { changedMembers } from "../phases/stateful/kept-members.ts";
import { answerSchema } from "../phases/stateful/schema-members.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedOperation } from "./checked-exchange.ts";

/**
 * Whether an answer that shows what was created or changed shows it as it was sent: members that the document describes alike in the request and
 * in the answer. The document does not say so, and a server may have its reasons.
 */
export function checkEchoedBody({ request, values, operation }: Case, { status, body: bytes }: WireResponse, { name }: CheckedOperation, tools: CheckTools): Found[] {
  const code = codeOf(request.method, status);
  const sent = values?.body?.value;
  if (code === undefined || operation === undefined || sent === undefined) return [];
  const told = exactJsonOf(bytes);
  const writing: Schema | undefined = operation.requestBody?.content.find((content) => content.name === values?.body?.mediaType)?.schema;
  const kept: Kept = { schemas: tools.schemas, writing, reading: answerSchema(operation, status) };
  const assumed = code === "not-created" ? otherDefaults(sent, told, kept) : [];
  if (assumed.length > 0) return assumed.map(({ name: member, wanted, given }): Found => ({
    code, severity: "warning", operation: name, at: tools.at(operation.at), key: `default ${member}`,
    message: `${JSON.stringify(member)} is not sent, and answered as ${JSON.stringify(given)}; its default is ${JSON.stringify(wanted)}`,
    because: "The default is what the server takes where nothing is given (OAS \"Schema Object\", default)",
  }));
  const rows = Array.isArray(sent) ? changedRows(sent, told, kept) : undefined;
  if (rows !== undefined) return rows.map((member): Found => ({
    code, severity: "warning", operation: name, at: tools.at(operation.at), key: `member ${member}`, message: `${JSON.stringify(member)} of one of those that are sent comes back otherwise`,
    because: "The document has this member in the items of the request and of the answer, describes it alike, and says neither readOnly nor writeOnly",
  }));
  return changedMembers(sent, told, kept).map((member): Found => ({
    code, severity: "warning", operation: name, at: tools.at(operation.at), key: `member ${member}`,
    message: `${JSON.stringify(member)} is sent as ${shown(sent, member)}, and answered as ${shown(told ?? null, member)}`,
    because: "The document has this member in the request and in the answer, describes it alike, and says neither readOnly nor writeOnly",
  }));
}

/** What answers with a 200 to POST may be anything. */
function codeOf(method: string, status: number): Found["code"] | undefined {
  if (method === "POST") return status === 201 || status === 202 ? "not-created" : undefined;
  return (method === "PUT" || method === "PATCH") && (status === 200 || status === 201 || status === 202) ? "not-updated" : undefined;
}

function shown(value: Json, member: string): string {
  const text = JSON.stringify(valueAt(value, `/${member}`)) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
