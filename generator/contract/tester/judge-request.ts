import type { Api } from "../../model/api.ts";
import type { Schema } from "../../model/schema.ts";
import { contentChooser } from "../../runtime/server/choose-content.ts";
import type { Contract } from "../../runtime/server/contract.ts";
import type { RequestViolation } from "../../runtime/server/problem.ts";
import { readContent } from "../../runtime/server/read-content.ts";
import { parameterReader } from "../../runtime/server/read-parameters.ts";
import { splitUrl } from "../../runtime/server/split-url.ts";
import { agreement } from "./agreement.ts";
import type { TestedOperation } from "./phase.ts";
import type { WireRequest } from "./exchange.ts";
import { pathTexts } from "./path-texts.ts";
import { valueJudge } from "./value-judge.ts";
import { type RequestContract, withChecks } from "./with-checks.ts";

/** The keyword of what is no violation but a doubt: neither validity nor invalidity is proven, and nothing may be concluded. */
export const unsure = "unsure";

/** Says what is wrong with requests, and whether anything is: the latter costs less. */
export type RequestJudge = Pick<TestedOperation, "judge" | "accepts">;

/**
 * Judges the bytes of requests, as they are sent and read as a server reads them: by ajv, and by our own validator. Where both accept a
 * request there is nothing, where both refuse it what is wrong, and where they differ an `unsure`.
 */
export function requestJudge(api: Api, contract: Contract<Schema>): RequestJudge {
  const values = valueJudge(api);
  const texts = pathTexts(api, contract.path);
  const independent = reader(withChecks(contract, values.independent));
  const own = reader(withChecks(contract, values.own));
  // What is read does not depend on who judges, as long as they agree: then it is read once for both.
  const together = agreement(values);
  const explained = reader(withChecks(contract, together.explained));
  const decided = reader(withChecks(contract, together.decided));
  const read = (request: WireRequest): Parameters<Read> | undefined => {
    const url = splitUrl(request.target, "");
    const path = url && texts(url.path);
    return url === undefined || path === undefined || request.method !== contract.method ? undefined : [request, path, url.query];
  };
  const apart = (asked: Parameters<Read>): ReturnType<Read> => {
    const found = own(...asked);
    const isRefused = found.length > 0;
    return isRefused === independent(...asked).length > 0 ? found : [{ keyword: unsure, message: `is ${isRefused ? "refused" : "accepted"} by one validator only`, schema: "" }];
  };
  return {
    judge: (request) => {
      const asked = read(request);
      if (asked === undefined) return [{ keyword: unsure, message: "may be of another operation", at: "" }];
      const found = together.during(() => explained(...asked)) ?? apart(asked);
      return found.map(({ keyword, message, schema, in: location = "body", name, path: place = "" }) => ({ keyword, message, at: schema, in: location, path: place, ...(name !== undefined && { name }) }));
    },
    accepts: (request) => {
      const asked = read(request);
      return asked !== undefined && (together.during(() => decided(...asked)) ?? apart(asked)).length === 0;
    },
  };
}

/** Whether a judgement says that a request breaks the document, beyond doubt. */
export function isProvenInvalid(found: ReturnType<TestedOperation["judge"]>): boolean {
  return found.length > 0 && found.every(({ keyword }) => keyword !== unsure);
}

type Read = (request: WireRequest, path: { readonly [name: string]: string }, query: string) => readonly (Pick<RequestViolation, "keyword" | "message" | "schema"> & Partial<Pick<RequestViolation, "in" | "name" | "path">>)[];

function reader(contract: RequestContract): Read {
  const readParameters = parameterReader(contract.parameters, { unknownQuery: "ignore" });
  const readBody = bodyReader(contract);
  return (request, path, query) => {
    const headers = headersOf(request);
    return [...readParameters({ path, query, headers }).violations, ...readBody(request, headers["content-type"])];
  };
}

function bodyReader({ body }: RequestContract): (request: WireRequest, contentType: string | undefined) => ReturnType<Read> {
  const choose = contentChooser(body?.content ?? []);
  return ({ body: bytes }, contentType) => {
    if (bytes === undefined || bytes.length === 0) return body?.required === true ? [{ keyword: "required", message: "must be given", schema: "" }] : [];
    if (body === undefined) return [{ keyword: "content", message: "must be absent", schema: "" }];
    const content = contentType === undefined ? undefined : choose(contentType);
    if (content === undefined) return [{ keyword: "content", message: "must be of a media type that is documented", schema: "" }];
    const read = readContent(bytes, content, contentType ?? "", { depth: 512 });
    return "violations" in read ? read.violations : [];
  };
}

/** By name in lower case; several lines of one name are one (RFC 9110 §5.3). */
function headersOf({ headers }: WireRequest): { readonly [name: string]: string } {
  const found: { [name: string]: string } = Object.create(null);
  for (const [name, text] of headers) {
    const key = name.toLowerCase();
    const known = found[key];
    found[key] = known === undefined ? text : known + (key === "cookie" ? "; " : ", ") + text;
  }
  return found;
}
