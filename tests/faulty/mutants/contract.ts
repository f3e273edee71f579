import { isObject, type JsonObject } from "../../../generator/json.ts";
import type { Fault } from "../fault.ts";
import { answers, changed, inBody, withBody, withHeader, withMember, withStatus } from "../faults.ts";
import type { Kind, Mutant } from "../mutant.ts";
import type { Asked } from "../warehouse/exchange.ts";

const path = "/_security/api_key/{ids}/_clear_cache";
const on = `POST ${path}`;
const body = ["invalid-response-body"] as const;
const refused = ["valid-request-refused"] as const;

/** Faulty servers of the contract, by kind. */
export const contractMutants: Readonly<Partial<Record<Kind, readonly Mutant[]>>> = {
  example: [
    one("the name of the cluster is missing", body, whole((told) => void delete told["cluster_name"])),
    one("the name of the cluster is a number", body, withMember(`${on} 200`, "cluster_name", 7)),
    one("the nodes are a list", body, whole((told) => (told["nodes"] = []))),
    one("a node without a name", body, whole((told) => (told["nodes"] = { a: {}, b: { name: "b" } }))),
    one("the statistics are missing", body, whole((told) => void delete told["_nodes"])),
    one("a count as text", body, statistics((told) => (told["total"] = "3"))),
    one("failures are an object", body, statistics((told) => (told["failures"] = {}))),
    one("a failure without a type", body, statistics((told) => (told["failures"] = [{ reason: "no" }]))),
    one("nodes do not add up", ["broken-rule"], statistics((told) => (told["total"] = 4))),
    one("a failure that is not counted", ["broken-rule"], statistics((told) => Object.assign(told, { failed: 0, total: 2 }))),
    one("the product is missing", ["missing-response-header"], withHeader(`${on} 200`, "x-elastic-product")),
    one("the product is another", ["invalid-response-header"], withHeader(`${on} 200`, "x-elastic-product", "Opensearch")),
    one("text in place of JSON", ["undocumented-content-type"], withHeader(`${on} 200`, "content-type", "text/plain")),
    one("202 in place of 200", ["undocumented-status"], withStatus(`${on} 200`, 202)),
    one("an error without its status", body, changed(`${on} 401`, (answer) => ({ ...answer, body: '{"error":{"root_cause":[]}}' }))),
    one("an error in HTML", ["undocumented-content-type"], changed(`${on} 400`, (answer) => ({ ...answer, headers: { ...answer.headers, "content-type": "text/html" }, body: "<p>No" }))),
    one("it fails with 502", ["server-error", "undocumented-status"], withStatus(`${on} 200`, 502)),
  ],
  params: [
    one("several ids are refused", refused, refuses(400, (asked) => /,|%2c/i.test(asked.path))),
    one("pretty=false is refused", refused, refuses(400, ({ query }) => query.some(([name, text]) => name === "pretty" && text === "false"))),
    one("filter_path with several items is refused", refused, refuses(400, ({ query }) => query.some(([name, text]) => name === "filter_path" && text.includes(",")))),
    one("format is refused", refused, refuses(400, ({ query }) => query.some(([name]) => name === "format"))),
    one("error_trace makes it fail", ["server-error"], refuses(502, ({ query }) => query.some(([name]) => name === "error_trace"))),
    one("the media type of version 9 is not given", ["not-acceptable-content-type"], withHeader(`${on} 200`, "content-type", "application/json")),
  ],
  negative: [
    one("pretty=maybe is accepted", ["invalid-request-accepted"], { asked: (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, name === "pretty" && !/^(true|false)$/.test(text) ? "true" : text]) }) }),
    one("an unknown format is accepted", ["invalid-request-accepted"], { asked: (asked) => ({ ...asked, query: asked.query.filter(([name]) => name !== "format") }) }),
    one("a wrong value for human makes it fail", ["server-error"], refuses(502, ({ query }) => query.some(([name, text]) => name === "human" && !/^(true|false|)$/.test(text)))),
  ],
  auth: [
    one("nobody is asked who they are", ["credentials-ignored"], { asked: (asked) => ({ ...asked, headers: new Map([["authorization", "Basic ZWxhc3RpYzpjaGFuZ2VtZQ=="], ...[...asked.headers].filter(([name]) => name !== "authorization")]) }) }),
    one("any API key will do", ["credentials-ignored"], { asked: (asked) => ({ ...asked, headers: new Map([...asked.headers, ...(/^apikey /i.test(asked.headers.get("authorization") ?? "") ? [["authorization", "Basic ZWxhc3RpYzpjaGFuZ2VtZQ=="] as const] : [])]) }) }),
    one("tokens are refused", ["credentials-refused"], refuses(401, ({ headers }) => /^bearer/i.test(headers.get("authorization") ?? ""))),
    one("a 401 without a challenge", ["missing-response-header"], withHeader(`${on} 401`, "www-authenticate")),
  ],
  protocol: [
    { name: "405 without Allow", on: path, with: [on], codes: ["protocol-violation", "method-not-refused"], fault: { answer: (answer) => {
      const { allow: _, ...headers } = answer.headers;
      return answer.status === 405 ? { ...answer, headers } : answer;
    } } },
    { name: "GET is accepted", on: path, with: [on], codes: ["method-not-refused"], fault: answers(200, `GET ${path}`, () => true) },
    one("a member is there twice", body, withBody(`${on} 200`, (text) => (text === "{}" ? text : text.replace("{", '{"cluster_name":"a",')))),
    one("half of the JSON", body, withBody(`${on} 200`, (text) => text.slice(0, -1))),
  ],
  semantic: [one("the id of the request is not answered", ["broken-echo"], withHeader(`${on} 200`, "x-opaque-id", "static"))],
};

function one(name: string, codes: Mutant["codes"], fault: Fault): Mutant {
  return { name, on, codes, fault };
}

/** Answers requests for which something is true with an error, written as all errors are. */
function refuses(status: number, when: (asked: Asked) => boolean): Fault {
  const headers = { "content-type": "application/json", "x-elastic-product": "Elasticsearch", ...(status === 401 && { "www-authenticate": "ApiKey" }) };
  const error = { root_cause: [{ type: "exception", reason: "no" }], type: "exception", reason: "no" };
  return { instead: (asked) => (asked.method === "POST" && when(asked) ? { status, headers, body: JSON.stringify({ error, status }) } : undefined) };
}

/** Changes bodies of which nothing was filtered away. */
function whole(change: (told: JsonObject) => void): Fault {
  return inBody(`${on} 200`, (told, { query }) => {
    if (!query.some(([name]) => name === "filter_path")) change(told);
  });
}

function statistics(change: (told: JsonObject) => void): Fault {
  return whole((told) => void (isObject(told["_nodes"]) && change(told["_nodes"])));
}
