import type { Response } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import type { ServedOperation } from "../call/operation-modules.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { documentedStatuses } from "../call/statuses.ts";
import { replyBody } from "./reply-body.ts";
import { replyHeaders } from "./reply-headers.ts";

/** The type of an operation's `reply`, and what has a name of its own because it takes more than a line. */
export type ReplyTypes = { reply: Printable; named: Printable[] };

/** `{ 200(body: Pet, headers?: ReplyHeaders): Reply<200, Pet>; …; notImplemented(): NotImplemented }` */
export function replyTypes(served: ServedOperation, plan: TypePlan): ReplyTypes {
  const { responses } = served.operation;
  const made = responses.filter(isAnswered).map((response) => member(response, served, plan));
  const missing = code`/** For the time being: a 501 with the document's example. */\nnotImplemented(): ${reply("NotImplemented")};`;
  return { reply: block([...made.map((one) => one.member), missing]), named: made.flatMap(({ named }) => named) };
}

/** RFC 9110 §15.2: an answer of 1xx is followed by another one. */
export function isAnswered({ status }: Response): boolean {
  return /^([2-5]\d\d|[2-5]XX|default)$/.test(status);
}

/** A status as a part of names: `200`, `4XX`, `Default`. */
export function statusWord(status: string): string {
  return status === "default" ? "Default" : status;
}

function member(response: Response, served: ServedOperation, plan: TypePlan): { member: Printable; named: Printable[] } {
  const { status, doc } = response;
  const base = `${served.type}${statusWord(status)}`;
  const body = replyBody(response, { base, method: served.operation.method }, plan);
  const headers = replyHeaders(response, { base, body }, plan);
  const statuses = statusType(status, served.operation.responses);
  const generics = [...(statuses === undefined ? [] : [code`Code extends ${statuses}`]), ...(body.choices === undefined ? [] : [code`ContentType extends keyof ${body.choices}`])];
  const bodyType = body.choices === undefined ? body.type : code`${body.choices}[ContentType]`;
  const parameters = [
    ...(statuses === undefined ? [] : ["status: Code"]),
    // Before headers that must be given nothing can be left out.
    body.type === "undefined" ? (headers.required ? "body: undefined" : "body?: undefined") : code`body: ${bodyType}`,
    code`headers${headers.required ? "" : "?"}: ${headers.type}`,
  ];
  const typeParameters = generics.length === 0 ? "" : code`<${separated(generics, ", ")}>`;
  const result = code`${reply("Reply")}<${statuses === undefined ? status : "Code"}, ${bodyType}>`;
  const text = jsDoc([doc.summary, doc.description]);
  const name = statuses === undefined ? status : propertyKey(status);
  return { member: code`${text}${name}${typeParameters}(${separated(parameters, ", ")}): ${result};`, named: [...body.declaration, ...headers.declaration] };
}

/** What a range stands for: what is not listed (OAS "Patterned Fields" of responses). A single status has none. */
function statusType(status: string, responses: readonly Response[]): Printable | undefined {
  if (/^\d/.test(status) && !status.endsWith("XX")) return undefined;
  if (status === "default") {
    const { all } = documentedStatuses(responses.filter((one) => one.status !== "default"));
    return excluding(runtimeType("result", "Status"), all);
  }
  const range = documentedStatuses(responses.filter((one) => one.status === status)).all[0] ?? "never";
  const listed = responses.filter((one) => /^\d{3}$/.test(one.status) && one.status[0] === status[0]).map((one) => one.status);
  return excluding(range, listed);
}

function excluding(range: Printable, listed: readonly Printable[]): Printable {
  return listed.length === 0 ? range : code`Exclude<${range}, ${separated(listed, " | ")}>`;
}

function reply(name: string): Printable {
  return runtimeType("server/reply", name);
}
