import { isObject, type Json, type JsonObject, parseJson, pointerTokens, setMember } from "../../generator/json.ts";
import type { Fault } from "./fault.ts";
import type { Answer, Asked } from "./warehouse/exchange.ts";

/** Changes the answers of an operation that have a status: `changed("GET /items 200", (answer) => …)`. */
export function changed(where: string, change: (answer: Answer, asked: Asked) => Answer): Fault {
  const [operation = "", status = ""] = where.split(/ (?=\d+$)/);
  const matches = matcherOf(operation);
  return { answer: (answer, asked) => (matches(asked) && String(answer.status) === status ? change(answer, asked) : answer) };
}

/** Changes the JSON object of such answers. */
export function inBody(where: string, change: (body: JsonObject, asked: Asked) => void): Fault {
  return changed(where, (answer, asked) => {
    const body = parseJson(marked(String(answer.body ?? "")));
    if (!isObject(body)) return answer;
    change(body, asked);
    return { ...answer, body: unmarked(JSON.stringify(body)) };
  });
}

/** Changes each object of the list that such answers are. */
export function inRows(where: string, change: (row: JsonObject, asked: Asked) => void): Fault {
  return changed(where, (answer, asked) => {
    const rows = parseJson(marked(String(answer.body ?? "")));
    if (!Array.isArray(rows)) return answer;
    for (const row of rows) if (isObject(row)) change(row, asked);
    return { ...answer, body: unmarked(JSON.stringify(rows)) };
  });
}

/** Numbers that are too large for JavaScript as texts, and back: what a fault does not change stays as it is. */
function marked(text: string): string {
  return text.replace(/(?<="id":)\d{16,}/g, '"large:$&"');
}

function unmarked(text: string): string {
  return text.replace(/"large:(\d+)"/g, "$1");
}

/** Sets a member of such answers. */
export function withMember(where: string, name: string, value: Json): Fault {
  return inBody(where, (body) => setMember(body, name, value));
}

/** Leaves a member of such answers out. */
export function withoutMember(where: string, name: string): Fault {
  return inBody(where, (body) => void delete body[name]);
}

/** Sends such answers with another header, or without it. */
export function withHeader(where: string, name: string, value?: string): Fault {
  return changed(where, (answer) => {
    const { [name]: _, ...others } = answer.headers;
    return { ...answer, headers: value === undefined ? others : { ...others, [name]: value } };
  });
}

/** Sends such answers with another status. */
export function withStatus(where: string, status: number): Fault {
  return changed(where, (answer) => ({ ...answer, status }));
}

/** Sends such answers with another body. */
export function withBody(where: string, body: (text: string) => string | Buffer): Fault {
  return changed(where, (answer) => ({ ...answer, body: body(String(answer.body ?? "")) }));
}

/** Judges requests by a document that says something else at a pointer, or nothing. */
export function rule(pointer: string, value?: Json): Fault {
  const tokens = pointerTokens(pointer);
  const last = tokens.pop() ?? "";
  return {
    document: (document) => {
      const parent = tokens.reduce<Json | undefined>((at, token) => (Array.isArray(at) ? at[Number(token)] : isObject(at) ? at[token] : undefined), document);
      if (!isObject(parent) || (value === undefined && !Object.hasOwn(parent, last))) throw new Error(`There is nothing at ${pointer}`);
      if (value === undefined) delete parent[last];
      else parent[last] = value;
    },
  };
}

/** Reads the requests of an operation otherwise. */
export function reads(operation: string, change: (asked: Asked) => Asked): Fault {
  const matches = matcherOf(operation);
  return { asked: (asked) => (matches(asked) ? change(asked) : asked) };
}

/** Answers the requests of an operation for which something is true with a status. */
export function answers(status: number, operation: string, when: (asked: Asked) => boolean): Fault {
  const matches = matcherOf(operation);
  const type = status < 400 ? "application/json" : "application/problem+json";
  const body = JSON.stringify({ type: "about:blank", title: "No", status });
  return { instead: (asked) => (matches(asked) && when(asked) ? { status, headers: { "content-type": status < 500 ? type : "text/plain" }, body } : undefined) };
}

/** Whether a request has a parameter in its query, and what is true of its text. */
export function hasQuery(name: string, is: (text: string) => boolean = () => true): (asked: Asked) => boolean {
  return ({ query }) => query.some(([each, text]) => each === name && is(text));
}

/** A request without a parameter of its query, where that has nothing wrong: it is looked at, and forgotten. */
export function forgetting(name: string, isRight: RegExp): (asked: Asked) => Asked {
  return (asked) => ({ ...asked, query: asked.query.filter(([each, text]) => each !== name || !isRight.test(text)) });
}

/** A request with another text in its query. */
export function withQuery(name: string, text: (text: string) => string): (asked: Asked) => Asked {
  return (asked) => ({ ...asked, query: asked.query.map(([each, value]) => [each, each === name ? text(value) : value]) });
}

/** A request with a header, in place of what it has. */
export function withRequestHeader(name: string, value: string): (asked: Asked) => Asked {
  return (asked) => ({ ...asked, headers: new Map([...asked.headers, [name, value]]) });
}

/** A request without a header. */
export function withoutRequestHeader(name: string): (asked: Asked) => Asked {
  return (asked) => ({ ...asked, headers: new Map([...asked.headers].filter(([each]) => each !== name)) });
}

function matcherOf(operation: string): (asked: Asked) => boolean {
  const [method = "", template = ""] = operation.split(" ");
  const path = new RegExp(`^${template.replace(/\{[^}]*\}/g, "[^/]+")}$`);
  // Where HEAD is not documented by itself, it is as GET is.
  const methods = method === "GET" && !["/items/{itemId}", "/parcels/{parcelId}"].includes(template) ? ["GET", "HEAD"] : [method];
  return (asked) => methods.includes(asked.method) && path.test(asked.path);
}
