import { isObject, type Json, member } from "../../../json.ts";
import { essenceOf } from "../../../model/media-kind.ts";
import { decodeUtf8 } from "../../../runtime/server/decode-utf8.ts";
import { exactJson } from "../exact-json.ts";
import type { Found } from "../found.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedExchange } from "./checked-exchange.ts";
import { headerNamed } from "./headers-named.ts";

/** Whether a problem says the status that it comes with (RFC 9457 §3.1.2). One that is no status is held against the document. */
export function checkProblem({ tested, response: { status, headers, body: bytes } }: CheckedExchange, tools: CheckTools): Found[] {
  if (essenceOf(headerNamed(headers, "content-type") ?? "") !== "application/problem+json") return [];
  const text = decodeUtf8(bytes);
  const body: Json | undefined = text === undefined ? undefined : exactJson(text);
  const told = isObject(body) ? member(body, "status") : undefined;
  if (typeof told !== "number" || told === status || told < 100 || told > 599) return [];
  return [{
    code: "protocol-violation", severity: "warning", operation: tested.name, at: tools.at(tested.operation.at), key: "problem status",
    message: `A problem says the status ${told}, and comes with ${status}`,
    because: "RFC 9457 §3.1.2: generators MUST use the same status code in the actual HTTP response, to assure that generic HTTP software that does not understand this format still behaves correctly",
  }];
}
