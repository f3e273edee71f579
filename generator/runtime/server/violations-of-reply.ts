import type { Violation } from "../validate/violation.js";
import type { Check, ContentContract } from "./contract.js";
import type { Reply } from "./reply.js";
import type { HeaderWriter, NamedHeaders } from "./respond-headers.js";

/** What the document says of a reply: nothing where the status is not in it, or the media type. */
type Documented = {
  readonly response: { readonly contract: { readonly status: string; readonly content: readonly ContentContract<Check>[] }; readonly headers: HeaderWriter; readonly place: string } | undefined;
  readonly content: ContentContract<Check> | undefined;
  /** Where the operation's responses are in the document. */
  readonly schema: string;
  /** A `HEAD` that is documented gives no body, whatever content it describes. */
  readonly isHead: boolean;
};

const none: readonly Violation[] = [];

/** In which ways a reply breaks the document. Items of streams are judged as they come. */
export function violationsOfReply(reply: Reply<number, unknown, NamedHeaders>, { response, content, schema, isHead }: Documented): readonly Violation[] {
  if (response === undefined) return [broken(schema, "responses", `must not have the status ${reply.status}, which is not documented`)];
  const { place } = response;
  const ofHeaders = response.headers.violations(reply.headers, place);
  const ofBody = bodyViolations(reply, { isAsked: response.contract.content.length > 0 && !isHead, content, place });
  return ofHeaders.length ? [...ofHeaders, ...ofBody] : ofBody;
}

function bodyViolations({ status, body }: Pick<Reply, "status" | "body">, { isAsked, content, place }: { isAsked: boolean; content: ContentContract<Check> | undefined; place: string }): readonly Violation[] {
  if (status === 204 || status === 205 || status === 304) return body === undefined ? none : [broken(place, "content", `must have no body: a ${status} has none`)];
  if (!isAsked) return body === undefined ? none : [broken(place, "content", "must have no body: none is documented")];
  if (content === undefined) return [broken(place, "content", "must be of a media type that is documented")];
  if (body === undefined) return [broken(place, "required", "must have a body")];
  if (content.check === undefined || !isWhole(content, body) || content.check.is(body)) return none;
  return content.check.violations(body);
}

/** Whether a schema can judge the body as it is: streams have items, and files and forms of the platform are none of JSON's values. */
function isWhole({ kind }: ContentContract<Check>, body: unknown): boolean {
  if (kind === "lines" || kind === "events") return false;
  if (kind === "json" || kind === "text") return true;
  return kind === "binary" ? typeof body === "string" : !(body instanceof FormData || body instanceof URLSearchParams);
}

function broken(schema: string, keyword: string, message: string): Violation {
  return { path: "", schema, keyword, message };
}
