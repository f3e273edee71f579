import type { Response } from "../../model/api.ts";
import type { Printable } from "../../print/printable.ts";
import { runtimeType } from "./runtime-name.ts";

/** A response and the statuses that it is of: `404`, or `ClientFailure` except `404`. `status` is there where it is but one. */
export type Documented = { response: Response; statuses: Printable; except: readonly Printable[]; status: string | undefined; isSuccess: boolean };

/** The statuses of each response; `all` of them together, and whether that is every status there is. */
export function documentedStatuses(responses: readonly Response[]): { documented: Documented[]; all: Printable[]; isComplete: boolean } {
  const listed = responses.filter(({ status }) => /^[2-5]\d\d$/.test(status));
  const ranges = responses.filter(({ status }) => rangeType(status) !== undefined);
  const others = responses.find(({ status }) => status === "default");
  const all = [...listed.map(({ status }) => status), ...ranges.map(({ status }) => rangeType(status) ?? "")];
  const documented = [...listed.map(ofListed), ...ranges.map((response) => ofRange(response, listed)), ...(others === undefined ? [] : ofDefault(others, all))];
  return { documented, all, isComplete: others !== undefined };
}

function ofListed(response: Response): Documented {
  return { response, statuses: response.status, except: [], status: response.status, isSuccess: response.status.startsWith("2") };
}

function ofRange(response: Response, listed: readonly Response[]): Documented {
  const [digit = ""] = response.status;
  const own = listed.filter(({ status }) => status.startsWith(digit)).map(({ status }) => status);
  return { response, statuses: rangeType(response.status) ?? "never", except: own, status: undefined, isSuccess: digit === "2" };
}

/** `default` is also what a success gives where none is listed. */
function ofDefault(response: Response, all: readonly Printable[]): Documented[] {
  const success = runtimeType("result", "Success");
  const rest = (except: readonly Printable[]): Documented => ({ response, statuses: runtimeType("result", "Status"), except, status: undefined, isSuccess: false });
  const isListed = all.some((one) => (typeof one === "string" ? one.startsWith("2") : JSON.stringify(one) === JSON.stringify(success)));
  return isListed ? [rest(all)] : [{ response, statuses: success, except: [], status: undefined, isSuccess: true }, rest([success, ...all])];
}

function rangeType(status: string): Printable | undefined {
  const name = { "2XX": "Success", "3XX": "Redirect", "4XX": "ClientFailure", "5XX": "ServerFailure" }[status];
  return name === undefined ? undefined : runtimeType("result", name);
}
