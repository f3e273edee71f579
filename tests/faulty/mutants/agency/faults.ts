import { Buffer } from "node:buffer";
import { isObject, type Json, type JsonObject, parseJson } from "../../../../generator/json.ts";
import { Refusal, refused } from "../../agency/refusal.ts";
import type { Fault } from "../../fault.ts";
import { answers, inBody, reads } from "../../faults.ts";
import type { Asked } from "../../warehouse/exchange.ts";

/** Changes each row of the list that an answer's envelope has. */
export function inData(where: string, change: (row: JsonObject, index: number, asked: Asked) => void): Fault {
  return inBody(where, (body, asked) => rowsOf(body).forEach((row, index) => isObject(row) && change(row, index, asked)));
}

/** Changes the list that an answer's envelope has. */
export function withData(where: string, change: (rows: Json[], asked: Asked) => Json[]): Fault {
  return inBody(where, (body, asked) => void (body["trips"] === undefined ? (body["data"] = change(rowsOf(body), asked)) : (body["trips"] = change(rowsOf(body), asked))));
}

function rowsOf(body: JsonObject): Json[] {
  const rows = body["trips"] ?? body["data"];
  return Array.isArray(rows) ? rows : [];
}

/** Refuses requests for which something is true, with the agency's own words. */
export function refuses(status: number, operation: string, when: (asked: Asked) => boolean): Fault {
  const { body = "" } = refused(new Refusal(status, "No"), 0);
  const instead = answers(status, operation, when).instead;
  return { instead: (asked) => {
    const answer = instead?.(asked);
    return answer && { ...answer, headers: { "content-type": "application/json" }, body };
  } };
}

/** Reads the JSON of a body otherwise. */
export function readsBody(operation: string, change: (value: Json) => Json): Fault {
  return reads(operation, (asked) => {
    const text = asked.body.toString("utf8");
    const value = Buffer.from(text).equals(asked.body) ? parseJson(text) : undefined;
    // What is no UTF-8, or no JSON, is read as it should be.
    return value === undefined ? asked : { ...asked, body: Buffer.from(JSON.stringify(change(value))) };
  });
}

/** The same, of an object. */
export function readsObject(operation: string, change: (value: JsonObject) => JsonObject): Fault {
  return readsBody(operation, (value) => (isObject(value) ? change(value) : value));
}

/** Reads a form otherwise. */
export function readsForm(operation: string, change: (form: URLSearchParams) => void): Fault {
  return reads(operation, (asked) => {
    const form = new URLSearchParams(asked.body.toString("utf8"));
    change(form);
    return { ...asked, body: Buffer.from(form.toString()) };
  });
}

/** Whether the text of a body has something in it. */
export function hasBody(pattern: RegExp): (asked: Asked) => boolean {
  return ({ body }) => pattern.test(body.toString("utf8"));
}

/** Whether a member of a JSON object in a body is something. */
export function hasMember(name: string, is: (value: Json) => boolean): (asked: Asked) => boolean {
  return ({ body }) => {
    const value = parseJson(body.toString("utf8"));
    return isObject(value) && value[name] !== undefined && is(value[name] ?? null);
  };
}

/** What the first parameter of that name says. */
export function queryOf({ query }: Asked, name: string): string | undefined {
  return query.find(([each]) => each === name)?.[1];
}
