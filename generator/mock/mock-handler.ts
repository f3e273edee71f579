import type { Json } from "../json.ts";
import { essenceOf } from "../model/media-kind.ts";
import type { Handler } from "../runtime/server/handler.ts";
import { negotiator } from "../runtime/server/negotiate.ts";
import type { Reply } from "../runtime/server/reply.ts";
import { acceptOf, hasNoBody } from "../runtime/server/respond.ts";
import type { BodyValue, MockSource } from "./body-value.ts";
import { chooseResponse } from "./choose-response.ts";
import type { MockCounts } from "./counts.ts";
import { echoHeaders } from "./echo-headers.ts";
import { headerValues } from "./header-values.ts";
import type { MakeBody } from "./make-body.ts";
import type { MockedApi, MockedContent, MockedOperation, MockedResponse } from "./mocked-api.ts";
import { preferenceOf } from "./preference.ts";

/** How bodies are wished for where the client does not say: whether they vary, and by which seed. */
export type MockSettings = { readonly dynamic: boolean; readonly seed: number | undefined };

/** What a handler works with. */
export type Mocking = { readonly mocked: MockedApi; readonly settings: MockSettings; readonly makeBody: MakeBody; readonly counts: MockCounts };

/** Answers the requests of an operation that the guard has let through: as the client prefers, in what it accepts. */
export function mockHandler(operation: MockedOperation, { mocked, settings, makeBody, counts }: Mocking): Handler {
  let asked = 0;
  return async (input, _replies, { request }) => {
    const preference = preferenceOf(request);
    const chosen = chooseResponse(operation, preference);
    if ("missing" in chosen) return refused(chosen.missing);
    const { response, status } = chosen;
    const isDynamic = preference.dynamic ?? settings.dynamic;
    const seed = isDynamic ? settings.seed ?? Math.floor(Math.random() * 0x7fffffff) + asked++ : undefined;
    const headers = echoHeaders(headerValues(response, mocked.sample, seed), input.headers, { operation, response });
    const content = contentFor(response, preference.example, acceptOf(request));
    if (content === undefined || hasNoBody(status) || operation.contract.method === "HEAD") return counted(counts, { status, body: undefined, headers }, undefined);
    const made = await makeBody(content, { example: preference.example, seed });
    if (made === undefined) return refused(`No body was found that fits the schema of ${operation.name} with status ${status}.`, 501);
    return counted(counts, { status, body: bodyOf(content, made), headers: { ...(response.contents.length > 1 && { vary: "Accept" }), ...headers, ...typeOf(content, acceptOf(request)) } }, made.source);
  };
}

function counted(counts: MockCounts, reply: Reply, source: MockSource | undefined): Reply {
  counts[source ?? "none"]++;
  return { ...reply, headers: { ...reply.headers, "specwright-mock": source ?? "none" } };
}

/** What the client has got wrong about the document is said as problem details: no operation describes it. */
function refused(detail: string, status = 404): Reply {
  const body = { type: "about:blank", title: status === 404 ? "Not Found" : "Not Implemented", status, detail };
  return { status, body: JSON.stringify(body), headers: { "content-type": "application/problem+json", "specwright-mock": "guard" } };
}

/** The media type that the client prefers, among those that have the example that it asks for. */
function contentFor({ contents }: MockedResponse, example: string | undefined, accept: string | undefined): MockedContent | undefined {
  const having = contents.filter(({ mediaType }) => example === undefined || mediaType.examples.some(({ name }) => name === example));
  const among = having.length > 0 ? having : contents;
  return among[Math.max(0, negotiator(among.map(({ mediaType }) => mediaType.name))(accept))];
}

function bodyOf({ contract: { kind } }: MockedContent, { value }: BodyValue): Json | Uint8Array {
  return (kind === "text" || kind === "binary") && typeof value !== "string" && !(value instanceof Uint8Array) ? JSON.stringify(value) : value;
}

/** The media type that is said. Of a range, one that the client names, else one that everybody knows; forms say it themselves. */
function typeOf({ mediaType: { name }, contract: { kind } }: MockedContent, accept = ""): { "content-type"?: string } {
  if (kind === "multipart") return {};
  if (!name.includes("*")) return { "content-type": name };
  const [main = "*"] = essenceOf(name).split("/");
  const named = accept.split(",").map(essenceOf).find((type) => !type.includes("*") && (main === "*" || type.startsWith(`${main}/`)));
  const plain = { image: "image/png", text: "text/plain", audio: "audio/mpeg", video: "video/mp4" }[main];
  return { "content-type": named ?? plain ?? (kind === "json" ? "application/json" : kind === "text" ? "text/plain" : "application/octet-stream") };
}
