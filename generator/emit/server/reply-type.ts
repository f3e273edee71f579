import type { Response } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import type { ServedOperation } from "../call/operation-modules.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { documentedStatuses } from "../call/statuses.ts";
import { type ReplyBody, replyBody } from "./reply-body.ts";
import { type ReplyHeadersType, replyHeaders } from "./reply-headers.ts";

/** The type of an operation's `reply`, and what has a name of its own because it takes more than a line. */
export type ReplyTypes = { reply: Printable; named: Printable[] };

/** `{ 200(body: Pet, headers?: ReplyHeaders): Reply<200, Pet>; …; notImplemented(): NotImplemented }` */
export function replyTypes(served: ServedOperation, plan: TypePlan): ReplyTypes {
  const { responses } = served.operation;
  const answers = responses.filter(isAnswered).map((response) => answerTypes(response, served, plan));
  const names = nameOnce(answers);
  const members = answers.map((answer) => member(answer, headersType(answer, names), responses));
  const missing = code`/** For the time being: a 501 with the document's example. */\nnotImplemented(): ${reply("NotImplemented")};`;
  return { reply: block([...members, missing]), named: answers.flatMap((answer) => declarations(answer, names)) };
}

/** RFC 9110 §15.2: an answer of 1xx is followed by another one. */
export function isAnswered({ status }: Response): boolean {
  return /^([2-5]\d\d|[2-5]XX|default)$/.test(status);
}

/** A status as a part of names: `200`, `4XX`, `Default`. */
export function statusWord(status: string): string {
  return status === "default" ? "Default" : status;
}

type AnswerTypes = { response: Response; base: string; body: ReplyBody; headers: ReplyHeadersType };

function answerTypes(response: Response, { type, operation }: ServedOperation, plan: TypePlan): AnswerTypes {
  const base = `${type}${statusWord(response.status)}`;
  const body = replyBody(response, { base, method: operation.method }, plan);
  return { response, base, body, headers: replyHeaders(response, body, plan) };
}

/** Names of the types of headers, by what these are: equal ones have the name of the first. */
function nameOnce(answers: readonly AnswerTypes[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { base, headers: { declared } } of answers) {
    const key = JSON.stringify(declared);
    if (declared !== undefined && !names.has(key)) names.set(key, `${base}Headers`);
  }
  return names;
}

function headersType({ headers: { declared, choice } }: AnswerTypes, names: ReadonlyMap<string, string>): Printable {
  const type = names.get(JSON.stringify(declared)) ?? reply("ReplyHeaders");
  return choice === undefined ? type : code`${type} & { ${choice} }`;
}

function declarations({ base, body, headers: { declared } }: AnswerTypes, names: ReadonlyMap<string, string>): Printable[] {
  const name = `${base}Headers`;
  const isFirst = declared !== undefined && names.get(JSON.stringify(declared)) === name;
  return [...body.declaration, ...(isFirst ? [code`export type ${name} = ${declared};\n\n`] : [])];
}

function member({ response: { status, doc }, body, headers }: AnswerTypes, headersType: Printable, responses: readonly Response[]): Printable {
  const statuses = statusType(status, responses);
  const generics = [...(statuses === undefined ? [] : [code`Code extends ${statuses}`]), ...(body.choices === undefined ? [] : [code`ContentType extends keyof ${body.choices}`])];
  const bodyType = body.choices === undefined ? body.type : code`${body.choices}[ContentType]`;
  const parameters = [
    ...(statuses === undefined ? [] : ["status: Code"]),
    // Before headers that must be given nothing can be left out.
    body.type === "undefined" ? (headers.required ? "body: undefined" : "body?: undefined") : code`body: ${bodyType}`,
    code`headers${headers.required ? "" : "?"}: ${headersType}`,
  ];
  const typeParameters = generics.length === 0 ? "" : code`<${separated(generics, ", ")}>`;
  const result = code`${reply("Reply")}<${statuses === undefined ? status : "Code"}, ${bodyType}>`;
  const text = jsDoc([doc.summary, doc.description]);
  const name = statuses === undefined ? status : propertyKey(status);
  return code`${text}${name}${typeParameters}(${separated(parameters, ", ")}): ${result};`;
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
