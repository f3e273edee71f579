import { isInRange, parseMediaType } from "../../../runtime/server/media-type.ts";
import type { Found } from "../found.ts";
import { remembered } from "../remembered.ts";
import { mustBeEmpty } from "./check-no-body.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedExchange } from "./checked-exchange.ts";
import { headerNamed } from "./headers-named.ts";

type Exchange = Omit<CheckedExchange, "body" | "isPartial">;

/** Whether the body is of a media type that the document has for the status, and of those that it has one that was asked for. */
export function checkContentType(exchange: Exchange, tools: CheckTools): Found[] {
  const { tested, request, response, documented, content } = exchange;
  const contentType = headerNamed(response.headers, "content-type");
  const found = (code: Found["code"], message: string, because: string, key = `${documented.status} ${contentType ?? ""}`): Found[] => [
    { code, severity: "error", operation: tested.name, message: `${documented.status}: ${message}`, because, at: tools.at(content?.mediaType.at ?? documented.at), key },
  ];
  if (mustBeEmpty(request.method, response.status) || isEmptyAsDocumented(exchange)) return [];
  const names = documented.content.map(({ name }) => name).join(", ");
  if (documented.content.length === 0) return unexpected(exchange, tools);
  if (response.body.length === 0 && content?.contract.kind !== "text" && content?.contract.kind !== "binary" && content?.contract.kind !== "lines" && content?.contract.kind !== "events") {
    return found("invalid-response-body", "there is no body", `The document has one of ${names} with this status`);
  }
  if (contentType === undefined) return found("undocumented-content-type", "the body has no Content-Type", `The document has ${names}; RFC 9110 §8.3: a sender of content SHOULD say what it is`);
  if (content === undefined) return found("undocumented-content-type", `the Content-Type ${contentType} is not documented`, `The document has ${names} with this status, and nothing else`);
  const refused = notAcceptable(exchange, contentType);
  return refused === undefined ? [] : found("not-acceptable-content-type", `a request that accepts ${refused} gets ${contentType}`, "RFC 9110 §12.5.1: another documented media type would have been acceptable", documented.status);
}

function isEmptyAsDocumented({ documented, response }: Exchange): boolean {
  return documented.content.length === 0 && response.body.length === 0;
}

/** OAS does not say outright that there is no body where no content is documented. */
function unexpected({ tested, documented, response }: Exchange, tools: CheckTools): Found[] {
  return [{
    code: "unexpected-body",
    severity: "warning",
    operation: tested.name,
    message: `${documented.status}: there is a body of ${response.body.length} bytes`,
    because: "The document has no content with this status",
    at: tools.at(documented.at),
    key: documented.status,
  }];
}

/** What was asked for, where the document has that for the status and something else came. */
function notAcceptable({ request, documented }: Exchange, contentType: string): string | undefined {
  const accept = headerNamed(request.headers, "accept");
  if (accept === undefined || accept === "") return undefined;
  const accepts = accepting(accept);
  return !accepts(contentType) && documented.content.some(({ name }) => !name.includes("*") && accepts(name)) ? accept : undefined;
}

const accepting = remembered((accept) => {
  const ranges = accept.split(",").map(parseMediaType).filter(({ parameters }) => !/^0(\.0*)?$/.test(parameters.get("q") ?? "1"));
  return remembered((name) => ranges.some((range) => isInRange(parseMediaType(name), range)));
});
