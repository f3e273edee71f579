import type { Json } from "../json.ts";
import type { MockedOperation, MockedResponse } from "./mocked-api.ts";

/**
 * The headers of a response, of which those repeat what was sent that are called like a header of the request: `X-Request-Id`. One that
 * was not sent is there only where the document requires it.
 */
export function echoHeaders(headers: { [name: string]: Json }, sent: { readonly [name: string]: unknown }, { operation, response }: { operation: MockedOperation; response: MockedResponse }): { [name: string]: unknown } {
  const asked = new Set(operation.contract.parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase()));
  const required = new Set(response.headers.filter(({ header }) => header.required).map(({ header }) => header.name.toLowerCase()));
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]): [string, unknown][] => {
    if (!asked.has(name)) return [[name, value]];
    const given = Object.hasOwn(sent, name) ? sent[name] : undefined;
    return given !== undefined ? [[name, given]] : required.has(name) ? [[name, value]] : [];
  }));
}
