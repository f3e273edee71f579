import { valuePrefix } from "../model/value-prefix.ts";
import { encodeValue } from "../runtime/expand.ts";
import type { SampleCredential } from "./sample-credentials.ts";
import type { SampleRequest, Text } from "./sample-request.ts";
import { wellFormedText } from "./well-formed.ts";

/** The request with its credentials, each where its scheme says (OAS "Security Scheme Object"). */
export function putCredentials(request: SampleRequest, credentials: readonly SampleCredential[]): SampleRequest {
  return credentials.reduce(putCredential, request);
}

function putCredential(request: SampleRequest, { scheme, variables: [first, second = first] }: SampleCredential): SampleRequest {
  switch (scheme.kind) {
    case "apiKey":
      return putKey(request, scheme, [valuePrefix(scheme) ?? "", first].filter((piece) => piece !== ""));
    case "http":
      if (/^basic$/i.test(scheme.scheme)) return { ...request, basic: { username: first.variable, password: second.variable } };
      return withHeader(request, "Authorization", [`${/^bearer$/i.test(scheme.scheme) ? "Bearer" : scheme.scheme} `, first]);
    case "oauth2": case "openIdConnect":
      return withHeader(request, "Authorization", ["Bearer ", first]);
    case "mutualTLS":
      return request;
    default:
      return scheme satisfies never;
  }
}

function putKey(request: SampleRequest, scheme: SampleCredential["scheme"] & { kind: "apiKey" }, value: Text): SampleRequest {
  const name = wellFormedText(scheme.parameter);
  switch (scheme.in) {
    case "header":
      return withHeader(request, name, value);
    case "query":
      return { ...request, url: [...request.url, `${hasQuery(request.url) ? "&" : "?"}${encodeValue(name)}=`, ...value.map((piece) => (typeof piece === "string" ? encodeValue(piece) : piece))] };
    case "cookie": {
      const cookies = request.headers.find((header) => header.name === "Cookie");
      const others = request.headers.filter((header) => header !== cookies);
      return withHeader({ ...request, headers: others }, "Cookie", [...(cookies ? [...cookies.value, "; "] : []), `${name}=`, ...value]);
    }
    default:
      return scheme.in satisfies never;
  }
}

function hasQuery(url: Text): boolean {
  return url.some((piece) => typeof piece === "string" && piece.includes("?"));
}

/** No header that would end before its value does, or be another one (RFC 9110 §5.1, §5.5). */
function withHeader(request: SampleRequest, name: string, value: Text): SampleRequest {
  const isSendable = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && value.every((piece) => typeof piece !== "string" || /^[\t\x20-\x7e\x80-\xff]*$/.test(piece));
  return isSendable ? { ...request, headers: [...request.headers, { name, value }] } : request;
}
