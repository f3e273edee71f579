import type { Response } from "../../model/api.ts";
import { code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { runtimeType } from "../call/runtime-name.ts";

/** A response and the statuses that it is of: `404`, or `Exclude<ClientFailure, 404>`. `status` is one of them, if there is but one. */
export type Documented = { response: Response; statuses: Printable; status: string | undefined; isSuccess: boolean };

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
  return { response, statuses: response.status, status: response.status, isSuccess: response.status.startsWith("2") };
}

function ofRange(response: Response, listed: readonly Response[]): Documented {
  const [digit = ""] = response.status;
  const own = listed.filter(({ status }) => status.startsWith(digit)).map(({ status }) => status);
  return { response, statuses: without(rangeType(response.status) ?? "never", own), status: undefined, isSuccess: digit === "2" };
}

/** `default` is also what a success gives where none is listed. */
function ofDefault(response: Response, all: readonly Printable[]): Documented[] {
  const success = runtimeType("result", "Success");
  const rest = (statuses: readonly Printable[]): Documented => ({ response, statuses: without(runtimeType("result", "Status"), statuses), status: undefined, isSuccess: false });
  const isListed = all.some((one) => (typeof one === "string" ? one.startsWith("2") : JSON.stringify(one) === JSON.stringify(success)));
  return isListed ? [rest(all)] : [{ response, statuses: success, status: undefined, isSuccess: true }, rest([success, ...all])];
}

function without(statuses: Printable, some: readonly Printable[]): Printable {
  return some.length === 0 ? statuses : code`Exclude<${statuses}, ${separated(some, " | ")}>`;
}

function rangeType(status: string): Printable | undefined {
  const name = { "2XX": "Success", "3XX": "Redirect", "4XX": "ClientFailure", "5XX": "ServerFailure" }[status];
  return name === undefined ? undefined : runtimeType("result", name);
}
